#include "tests/support/files.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace support {

namespace fs = std::filesystem;

std::string file_bytes(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void write_file(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream file{path, std::ios::binary};
    file << bytes;
    file.close();
    if (!file) throw std::runtime_error{"cannot write " + path.string()};
}

Scratch::Scratch() {
    std::string name = (fs::temp_directory_path() / "theatrum-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"cannot make a folder like " + name};
    m_path = name;
}

Scratch::Scratch(const fs::path& original) : Scratch{} {
    fs::copy(original, m_path, fs::copy_options::recursive);
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::size_t Scratch::files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{m_path}, {}));
}

} // namespace support
