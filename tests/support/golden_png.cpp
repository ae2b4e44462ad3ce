#include "tests/support/golden_png.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <png.h>
#include <sys/wait.h>

namespace support {
namespace {

using render::Raster;

constexpr int visible_difference = 16;

bool same_size(const Raster& a, const Raster& b) {
    return a.width == b.width && a.height == b.height;
}

int largest_difference(const Raster& a, const Raster& b, std::size_t pixel) {
    int largest = 0;
    for (std::size_t i = 3 * pixel; i < 3 * pixel + 3; ++i)
        largest = std::max(largest, std::abs(a.rgb[i] - b.rgb[i]));
    return largest;
}

/// The new picture in pale colours, with different pixels in red.
Raster difference_picture(const Raster& accepted, const Raster& now) {
    Raster picture = now;
    for (std::size_t pixel = 0; pixel < now.rgb.size() / 3; ++pixel) {
        const bool differs = largest_difference(accepted, now, pixel) > visible_difference;
        for (std::size_t c = 0; c < 3; ++c) {
            auto& value = picture.rgb[3 * pixel + c];
            value = static_cast<std::uint8_t>(differs ? (c == 0 ? 220 : 0) : 191 + value / 4);
        }
    }
    return picture;
}

/// A sentence when more than this share of the pixels differs, else "".
std::string pixel_failure(const Raster& accepted, const Raster& now, double tolerance) {
    std::size_t different = 0;
    const std::size_t pixels = now.rgb.size() / 3;
    for (std::size_t i = 0; i < pixels; ++i)
        different += largest_difference(accepted, now, i) > visible_difference;
    const double share = static_cast<double>(different) / static_cast<double>(pixels);
    if (share <= tolerance) return "";
    return fmt::format("{} of {} pixels differ (a share of {}, allowed {})", different, pixels, share, tolerance);
}

/// A sentence when a region differs by more than golden_region_tolerance, else "".
std::string region_failure(const Raster& accepted, const Raster& now) {
    const auto region = most_different_region(accepted, now);
    if (region.difference <= golden_region_tolerance) return "";
    return fmt::format("the region of {} pixels at {}, {} differs by {:.3f} (allowed {})", golden_region_px, region.x,
                       region.y, region.difference, golden_region_tolerance);
}

} // namespace

RegionDifference most_different_region(const Raster& a, const Raster& b) {
    RegionDifference most{0, 0, 0};
    for (int top = 0; top < a.height; top += golden_region_px)
        for (int left = 0; left < a.width; left += golden_region_px) {
            const int right = std::min(left + golden_region_px, a.width);
            const int bottom = std::min(top + golden_region_px, a.height);
            double sum = 0;
            for (int y = top; y < bottom; ++y)
                for (int x = left; x < right; ++x)
                    sum += largest_difference(a, b, static_cast<std::size_t>(y * a.width + x)) / 255.0;
            const double mean = sum / ((right - left) * (bottom - top));
            if (mean > most.difference) most = {left, top, mean};
        }
    return most;
}

Raster decode_png(std::string_view bytes) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&header, bytes.data(), bytes.size()) == 0) {
        throw std::runtime_error{std::string{"not a PNG: "} + header.message};
    }
    header.format = PNG_FORMAT_RGB;
    Raster raster{static_cast<int>(header.width), static_cast<int>(header.height), {}};
    raster.rgb.resize(PNG_IMAGE_SIZE(header));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&header, &white, raster.rgb.data(), 0, nullptr) == 0) {
        throw std::runtime_error{std::string{"broken PNG: "} + header.message};
    }
    return raster;
}

double rmse(const Raster& a, const Raster& b) {
    if (!same_size(a, b)) return 1;
    double sum = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) {
        const double d = (a.rgb[i] - b.rgb[i]) / 255.0;
        sum += d * d;
    }
    return std::sqrt(sum / static_cast<double>(a.rgb.size()));
}

void check_golden_png(const std::string& name, const Raster& now, double tolerance) {
    const auto path = golden_path(name);
    auto out = path, diff = path;
    out.replace_extension(".out.png");
    diff.replace_extension(".diff.png");
    const auto encoded = [](const Raster& raster) {
        return render::encode_png(raster, 96, "", "");
    };
    if (accepting_goldens()) write_file(path, encoded(now));
    if (!std::filesystem::exists(path)) {
        write_file(out, encoded(now));
        FAIL_CHECK(name << " has not been accepted yet; see " << out << "; THEATRUM_ACCEPT=1 accepts it");
        return;
    }
    const auto accepted = decode_png(file_bytes(path));
    if (!same_size(accepted, now)) {
        write_file(out, encoded(now));
        FAIL_CHECK(name << " is " << now.width << " x " << now.height << " pixels, but the accepted file is "
                        << accepted.width << " x " << accepted.height);
        return;
    }
    const auto failure = exact_goldens() ? pixel_failure(accepted, now, tolerance) : region_failure(accepted, now);
    if (failure.empty()) {
        std::filesystem::remove(out);
        std::filesystem::remove(diff);
        SUCCEED();
        return;
    }
    write_file(out, encoded(now));
    write_file(diff, encoded(difference_picture(accepted, now)));
    FAIL_CHECK(name << ": " << failure << "; see " << diff << "; THEATRUM_ACCEPT=1 accepts it");
}

CommandResult run_command(const std::string& shell_line) {
    FILE* pipe = popen((shell_line + " 2>&1").c_str(), "r"); // NOLINT(cert-env33-c): the tests run fixed commands
    if (pipe == nullptr) throw std::runtime_error{"cannot run " + shell_line};
    CommandResult result{0, {}};
    std::array<char, 4096> chunk{};
    for (std::size_t n = 0; (n = std::fread(chunk.data(), 1, chunk.size(), pipe)) > 0;) {
        result.output.append(chunk.data(), n);
    }
    const int status = pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

} // namespace support
