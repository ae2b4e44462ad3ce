#include "tests/support/golden_text.hpp"

#include "tests/support/catch.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace support {
namespace {

/// The first line where two texts part, with both readings.
std::string first_difference(const std::string& accepted, const std::string& now) {
    std::istringstream a{accepted}, b{now};
    std::string was, is;
    for (int line = 1;; ++line) {
        const bool more_a = static_cast<bool>(std::getline(a, was)), more_b = static_cast<bool>(std::getline(b, is));
        if (!more_a && !more_b) return "only the ends of lines differ";
        if (more_a && more_b && was == is) continue;
        std::ostringstream out;
        out << "line " << line << "\n  accepted: " << (more_a ? was : "(ends)")
            << "\n  now:      " << (more_b ? is : "(ends)");
        return out.str();
    }
}

} // namespace

std::filesystem::path golden_path(const std::string& name) {
    return std::filesystem::path{THEATRUM_SOURCE_DIR} / "tests/golden" / name;
}

bool accepting_goldens() {
    const char* value = std::getenv("THEATRUM_ACCEPT");
    return value != nullptr && std::string{value} == "1";
}

void check_golden_text(const std::string& name, const std::string& text) {
    const auto path = golden_path(name);
    auto out = path;
    out += ".out";
    if (accepting_goldens()) write_file(path, text);
    const auto accepted = file_bytes(path);
    if (accepted == text) {
        std::filesystem::remove(out);
        SUCCEED();
        return;
    }
    write_file(out, text);
    FAIL_CHECK(name << " differs from what was accepted: " << first_difference(accepted, text) << "\n  see " << out
                    << "; THEATRUM_ACCEPT=1 accepts it");
}

} // namespace support
