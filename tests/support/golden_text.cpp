#include "tests/support/golden_text.hpp"

#include "tests/support/catch.hpp"

#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace support {
namespace {

bool is_digit(const std::string& line, std::size_t i) {
    return i < line.size() && std::isdigit(static_cast<unsigned char>(line[i])) != 0;
}

bool number_begins(const std::string& line, std::size_t i) {
    return is_digit(line, i) || (i < line.size() && line[i] == '-' && is_digit(line, i + 1));
}

/// Reads the number that begins at `i` and moves `i` behind it.
double take_number(const std::string& line, std::size_t& i) {
    double value = 0;
    const char* const begin = line.data() + i;
    const auto result = std::from_chars(begin, line.data() + line.size(), value, std::chars_format::fixed);
    i += static_cast<std::size_t>(result.ptr - begin);
    return value;
}

/// Whether two lines are equal when numbers that differ by at most `tolerance` count as equal.
bool lines_agree(const std::string& a, const std::string& b, double tolerance) {
    constexpr double rounding = 1e-9;
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (number_begins(a, i) && number_begins(b, j)) {
            if (std::abs(take_number(a, i) - take_number(b, j)) > tolerance + rounding) return false;
        } else if (a[i++] != b[j++]) {
            return false;
        }
    }
    return i == a.size() && j == b.size();
}

} // namespace

bool exact_goldens() {
    static const bool debian_12 = [] {
        std::ifstream file{"/etc/os-release"};
        bool debian = false, twelve = false;
        for (std::string line; std::getline(file, line);) {
            debian = debian || line == "ID=debian";
            twelve = twelve || line == "VERSION_ID=\"12\"";
        }
        return debian && twelve;
    }();
    return debian_12;
}

std::string first_difference(const std::string& accepted, const std::string& now, double tolerance) {
    std::istringstream a{accepted}, b{now};
    std::string accepted_line, new_line;
    for (int line = 1;; ++line) {
        const bool more_a = static_cast<bool>(std::getline(a, accepted_line));
        const bool more_b = static_cast<bool>(std::getline(b, new_line));
        if (!more_a && !more_b) return "";
        const bool both = more_a && more_b;
        if (both && (accepted_line == new_line || (tolerance > 0 && lines_agree(accepted_line, new_line, tolerance))))
            continue;
        std::ostringstream out;
        out << "line " << line << "\n  accepted: " << (more_a ? accepted_line : "(ends)")
            << "\n  now:      " << (more_b ? new_line : "(ends)");
        return out.str();
    }
}

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
    auto difference = first_difference(accepted, text, exact_goldens() ? 0 : golden_number_tolerance);
    if (exact_goldens() && difference.empty() && accepted != text) difference = "only the line endings differ";
    if (difference.empty()) {
        std::filesystem::remove(out);
        SUCCEED();
        return;
    }
    write_file(out, text);
    FAIL_CHECK(name << " differs from the accepted file: " << difference << "\n  see " << out
                    << "; THEATRUM_ACCEPT=1 accepts it");
}

} // namespace support
