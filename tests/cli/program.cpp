#include "tests/cli/program.hpp"

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace cli {

namespace fs = std::filesystem;

Result theatrum(const std::string& arguments, const fs::path& folder, const std::string& before) {
    const Folder output;
    const auto command = "cd '" + folder.string() + "' && { " + before + " " THEATRUM_PROGRAM " " + arguments +
                         "; } >'" + (output / "out").string() + "' 2>'" + (output / "err").string() + "' </dev/null";
    const int status = std::system(command.c_str());
    if (status == -1 || !WIFEXITED(status)) throw std::runtime_error{"the shell did not end well: " + command};
    return {WEXITSTATUS(status), read(output / "out"), read(output / "err")};
}

std::string read(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

Folder::Folder() {
    static std::atomic<int> number{0};
    m_path =
        fs::temp_directory_path() / ("theatrum-cli-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
    fs::remove_all(m_path);
    fs::create_directories(m_path);
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::size_t Folder::files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{m_path}, {}));
}

} // namespace cli
