#include "tests/cli/program.hpp"

#include <cstdlib>
#include <stdexcept>

#include <sys/wait.h>

namespace cli {

namespace fs = std::filesystem;

Result theatrum(const std::string& arguments, const fs::path& folder, const std::string& before) {
    const Scratch output;
    const auto command = "cd '" + folder.string() + "' && { " + before + " " THEATRUM_PROGRAM " " + arguments +
                         "; } >'" + (output / "out").string() + "' 2>'" + (output / "err").string() + "' </dev/null";
    const int status = std::system(command.c_str());
    if (status == -1 || !WIFEXITED(status)) throw std::runtime_error{"the shell did not exit normally: " + command};
    return {WEXITSTATUS(status), output.read("out"), output.read("err")};
}

} // namespace cli
