#include "tests/render/sfml/similarity.hpp"

#include <cmath>
#include <vector>

namespace support {
namespace {

using render::Raster;

std::vector<double> luma(const Raster& raster) {
    std::vector<double> values(raster.rgb.size() / 3);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = 0.299 * raster.rgb[3 * i] + 0.587 * raster.rgb[3 * i + 1] + 0.114 * raster.rgb[3 * i + 2];
    }
    return values;
}

constexpr std::size_t side = 8;

double similarity_of_window(const std::vector<double>& a, const std::vector<double>& b, std::size_t width,
                            std::size_t left, std::size_t top) {
    double sum_a = 0, sum_b = 0, square_a = 0, square_b = 0, product = 0;
    for (std::size_t y = top; y < top + side; ++y)
        for (std::size_t x = left; x < left + side; ++x) {
            const double p = a[y * width + x], q = b[y * width + x];
            sum_a += p, sum_b += q, square_a += p * p, square_b += q * q, product += p * q;
        }
    constexpr double n = side * side;
    const double mean_a = sum_a / n, mean_b = sum_b / n;
    const double variance_a = square_a / n - mean_a * mean_a, variance_b = square_b / n - mean_b * mean_b;
    const double covariance = product / n - mean_a * mean_b;
    constexpr double c1 = 0.01 * 255 * 0.01 * 255, c2 = 0.03 * 255 * 0.03 * 255;
    return (2 * mean_a * mean_b + c1) * (2 * covariance + c2) /
           ((mean_a * mean_a + mean_b * mean_b + c1) * (variance_a + variance_b + c2));
}

} // namespace

double structural_similarity(const Raster& a, const Raster& b) {
    if (a.width != b.width || a.height != b.height) return 0;
    const auto luma_a = luma(a), luma_b = luma(b);
    const auto width = static_cast<std::size_t>(a.width), height = static_cast<std::size_t>(a.height);
    double sum = 0;
    std::size_t windows = 0;
    for (std::size_t top = 0; top + side <= height; top += side / 2)
        for (std::size_t left = 0; left + side <= width; left += side / 2) {
            sum += similarity_of_window(luma_a, luma_b, width, left, top);
            ++windows;
        }
    return windows == 0 ? 0 : sum / static_cast<double>(windows);
}

Raster difference_image(const Raster& a, const Raster& b) {
    Raster picture = b;
    if (a.rgb.size() != b.rgb.size()) return picture;
    for (std::size_t i = 0; i < a.rgb.size(); ++i)
        picture.rgb[i] = static_cast<std::uint8_t>(255 - std::abs(a.rgb[i] - b.rgb[i]));
    return picture;
}

} // namespace support
