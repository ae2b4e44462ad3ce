#include "app/base/temporary_folder.hpp"

#include "app/base/errors.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

namespace app {

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "theatrum-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw FileError{name + ": cannot make a folder: " + std::strerror(errno)};
    m_path = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace app
