#pragma once

#include "render/picture/picture.hpp"

#include <cmath>
#include <string>

namespace render {

/// Rounds to thousandths, the precision of the file. Relative steps between rounded points do not add up rounding
/// errors along a path.
[[nodiscard]] inline long long thousandths(double value) noexcept {
    return std::llround(value * 1000);
}

/// "-12.05", "0.5", "3": at most three decimals, no zeros at the end, no locale.
void append_number(std::string& out, long long thousandths);
[[nodiscard]] std::string number(double);

/// The text for use in XML: & < > " are escaped, characters that XML forbids are dropped.
[[nodiscard]] std::string escaped(std::string_view);

/// Builds path data such as "M1 2l3 4z": moves are absolute, all other steps are relative, rounded to thousandths.
class PathData {
public:
    void move_to(Point);
    void line_to(Point);
    void curve_to(Point handle1, Point handle2, Point end);
    void close();
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    struct GridPoint {
        long long x, y; ///< thousandths
    };
    void letter(char);
    void coordinate(long long);
    void relative(GridPoint);

    std::string m_text;
    char m_letter = 0;
    GridPoint m_at{0, 0}, m_start{0, 0};
};

[[nodiscard]] std::string path_data(const std::vector<Outline>&);

/// The image as a PNG file in base64, for a data URL. Throws std::runtime_error.
[[nodiscard]] std::string png_base64(const Image&);

} // namespace render
