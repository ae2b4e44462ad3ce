#include "render/map/labels/text_block.hpp"

#include <algorithm>
#include <cmath>

namespace render {
namespace {

constexpr double cap_height = 0.73; // of the em, Inter
constexpr double leading = 1.16;    // of the em, between baselines

double line_width(const TypesetLine& t) {
    return std::max(t.width_mm, t.ink.right());
}

} // namespace

TextBlock set_block(const LabelRequest& request, const Typesetter& typesetter) {
    TextBlock block;
    double baseline = 0, below = 0;
    for (std::size_t i = 0; i < request.lines.size(); ++i) {
        const TextStyle& style = i == 0 ? request.style : request.second_style;
        const std::string& lang = i < request.line_langs.size() ? request.line_langs[i] : request.lang;
        TypesetLine text = typesetter.set(request.lines[i], style, lang);
        // CJK glyphs, and sometimes accents, rise above the capitals. Scripts with stacked marks need more leading.
        const double top = -text.ink.y;
        baseline = i == 0 ? std::max(cap_height * style.size_mm, top)
                          : baseline + std::max(leading * style.size_mm, below + top);
        below = text.ink.bottom();
        block.w_mm = std::max(block.w_mm, line_width(text));
        block.optical_mm = baseline;
        block.h_mm = std::max(block.h_mm, baseline + std::max(0.0, text.ink.bottom()));
        block.lines.push_back({std::move(text), baseline});
    }
    return block;
}

std::vector<DrawText> TextBlock::commands(const OrientedBox& box, double angle_deg, Align align) const {
    const Point u = box.along, v{-u.y, u.x};
    std::vector<DrawText> out;
    for (const Line& line : lines) {
        const double spare = w_mm - line_width(line.text);
        const double x = (align == Align::Left ? 0 : align == Align::Right ? spare : spare / 2) - w_mm / 2;
        const double y = line.baseline_mm - h_mm / 2;
        out.push_back(
            placed(line.text, {box.centre.x + u.x * x + v.x * y, box.centre.y + u.y * x + v.y * y}, angle_deg));
    }
    return out;
}

TextBlock set_far_block(const LabelRequest& request, const Typesetter& typesetter) {
    if (request.far_lines.empty()) return {};
    LabelRequest far = request;
    far.lines = request.far_lines;
    far.style = far.second_style = request.far_style;
    far.line_langs.clear();
    return set_block(far, typesetter);
}

std::vector<std::string> in_two_rows(const std::string& text) {
    std::size_t best = std::string::npos;
    const auto off = [&](std::size_t at) {
        return std::abs(static_cast<double>(at) - static_cast<double>(text.size()) / 2);
    };
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1))
        if (best == std::string::npos || off(at) < off(best)) best = at;
    if (best == std::string::npos) return {text};
    return {text.substr(0, best), text.substr(best + 1)};
}

} // namespace render
