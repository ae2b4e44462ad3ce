#include "geo/basemap/files/toml_file.hpp"

#include "geo/error.hpp"

#include <string>

namespace geo {

toml::table read_toml(const std::filesystem::path& path) {
    try {
        return toml::parse_file(path.string());
    } catch (const toml::parse_error& error) {
        throw ReadError{path.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                        std::string{error.description()}};
    }
}

} // namespace geo
