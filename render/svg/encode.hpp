#pragma once

#include "render/picture/picture.hpp"

#include <cmath>
#include <string>

namespace render {

/// Thousandths of a millimetre: what the file is written in, so that rounding never adds up along a path.
[[nodiscard]] inline long long thousandths(double value) noexcept {
    return std::llround(value * 1000);
}

/// "-12.05", "0.5", "3": at most three decimals, no zeros at the end, no locale.
void append_number(std::string& out, long long thousandths);
[[nodiscard]] std::string number(double);

/// Text as it stands in XML: & < > " escaped, what XML forbids (control characters) dropped.
[[nodiscard]] std::string escaped(std::string_view);

/// "M1 2l3 4z": moves absolute, the rest relative, in thousandths.
class PathData {
public:
    void move_to(Point);
    void line_to(Point);
    void curve_to(Point handle1, Point handle2, Point end);
    void close();
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    struct Step {
        long long x, y;
    };
    void letter(char);
    void coordinate(long long);
    void relative(Step);

    std::string m_text;
    char m_letter = 0;
    Step m_at{0, 0}, m_start{0, 0};
};

[[nodiscard]] std::string path_data(const std::vector<Outline>&);

/// A whole PNG in base64, for a data URL.
[[nodiscard]] std::string png_base64(const Image&);

} // namespace render
