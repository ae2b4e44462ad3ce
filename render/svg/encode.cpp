#include "render/svg/encode.hpp"

#include <charconv>
#include <stdexcept>

#include <png.h>

namespace render {

void append_number(std::string& out, long long thousandths) {
    if (thousandths < 0) out += '-';
    const auto size = static_cast<unsigned long long>(std::llabs(thousandths));
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, size / 1000).ptr);
    auto rest = size % 1000;
    if (rest == 0) return;
    out += '.';
    for (auto place = 100ULL; rest > 0; rest %= place, place /= 10)
        out += static_cast<char>('0' + rest / place);
}

std::string number(double value) {
    std::string text;
    append_number(text, thousandths(value));
    return text;
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto rest = text.substr(i);
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) { // U+FFFE, U+FFFF
            i += 2;
            continue;
        }
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0x20 ? byte != 0x7f : c == '\n' || c == '\t') out += c;
        }
    }
    return out;
}

void PathData::letter(char c) {
    if (c == m_letter) return;
    m_letter = c;
    m_text += c;
}

void PathData::coordinate(long long value) {
    const char last = m_text.back();
    if (value >= 0 && last != 'M' && last != 'l' && last != 'c') m_text += ' ';
    append_number(m_text, value);
}

void PathData::relative(GridPoint to) {
    coordinate(to.x - m_at.x);
    coordinate(to.y - m_at.y);
}

void PathData::move_to(Point p) {
    m_letter = 0; // a second pair after M would be a line
    letter('M');
    m_at = m_start = {thousandths(p.x), thousandths(p.y)};
    coordinate(m_at.x);
    coordinate(m_at.y);
}

void PathData::line_to(Point p) {
    const GridPoint to{thousandths(p.x), thousandths(p.y)};
    if (to.x == m_at.x && to.y == m_at.y) return;
    letter('l');
    relative(to);
    m_at = to;
}

void PathData::curve_to(Point handle1, Point handle2, Point end) {
    letter('c');
    const GridPoint to{thousandths(end.x), thousandths(end.y)};
    relative({thousandths(handle1.x), thousandths(handle1.y)});
    relative({thousandths(handle2.x), thousandths(handle2.y)});
    relative(to);
    m_at = to;
}

void PathData::close() {
    letter('z');
    m_at = m_start;
}

std::string path_data(const std::vector<Outline>& outlines) {
    PathData data;
    for (const auto& [points, closed] : outlines) {
        if (points.empty()) continue;
        data.move_to(points.front());
        for (std::size_t i = 1; i < points.size(); ++i)
            data.line_to(points[i]);
        if (closed) data.close();
    }
    return data.take();
}

std::string png_base64(const Image& image) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = static_cast<png_uint_32>(image.width);
    header.height = static_cast<png_uint_32>(image.height);
    header.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(header);
    std::string png(size, '\0');
    if (png_image_write_to_memory(&header, png.data(), &size, 0, image.rgba.data(), 0, nullptr) == 0) {
        throw std::runtime_error{std::string{"PNG: "} + header.message};
    }
    png.resize(size);

    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((png.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < png.size(); i += 3) {
        const auto byte = [&](std::size_t at) -> std::uint32_t {
            return at < png.size() ? static_cast<unsigned char>(png[at]) : 0;
        };
        const std::uint32_t three = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        out += alphabet[three >> 18];
        out += alphabet[three >> 12 & 63];
        out += i + 1 < png.size() ? alphabet[three >> 6 & 63] : '=';
        out += i + 2 < png.size() ? alphabet[three & 63] : '=';
    }
    return out;
}

} // namespace render
