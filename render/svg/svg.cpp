#include "render/svg/svg.hpp"

#include "render/picture/transform.hpp"
#include "render/svg/encode.hpp"
#include "render/text/glyph_path.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

namespace render {
namespace {

/// The family and its substitutes for the same language, so that 한국 is not shown as boxes on a machine without our
/// fonts.
std::string font_stack(const std::string& family) {
    if (family == "Inter") return "Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif";
    std::string others;
    if (family.ends_with("KR")) others = "'Noto Sans KR', 'Source Han Sans K', 'Apple SD Gothic Neo', 'Malgun Gothic'";
    if (family.ends_with("JP")) others = "'Noto Sans JP', 'Source Han Sans', 'Hiragino Sans', 'Yu Gothic'";
    if (family.ends_with("SC")) others = "'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei'";
    if (family.ends_with("TC")) others = "'Noto Sans TC', 'Source Han Sans TC', 'PingFang TC', 'Microsoft JhengHei'";
    return fmt::format("'{}', {}{}sans-serif", family, others, others.empty() ? "" : ", ");
}

std::string paint(std::string_view property, Colour c) {
    auto text = fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", property, c.r, c.g, c.b);
    if (c.a != 255) text += fmt::format(" {}-opacity=\"{}\"", property, number(c.a / 255.0));
    return text;
}

std::string matrix(const Affine& a) {
    if (a == Affine{.x0 = a.x0, .y0 = a.y0}) {
        if (a.x0 == 0 && a.y0 == 0) return "";
        return fmt::format(" transform=\"translate({} {})\"", number(a.x0), number(a.y0));
    }
    // Thousandths are too coarse for factors, which scale the whole page.
    const auto factor = [](double value) {
        return fmt::format("{:.6f}", value);
    };
    return fmt::format(" transform=\"matrix({} {} {} {} {} {})\"", factor(a.xx), factor(a.yx), factor(a.xy),
                       factor(a.yy), number(a.x0), number(a.y0));
}

class Writer {
public:
    Writer(const Picture& picture, SvgText mode) : m_picture{picture}, m_mode{mode} {}

    std::string write() {
        add("<g{} inkscape:groupmode=\"layer\" inkscape:label=\"page\">\n", id_attribute("page"));
        add("<rect width=\"{}\" height=\"{}\"{}/>\n</g>\n", number(m_picture.width_mm), number(m_picture.height_mm),
            paint("fill", m_picture.background));
        write_all(m_picture.commands, Place::Page);

        const auto w = number(m_picture.width_mm), h = number(m_picture.height_mm);
        std::string file = fmt::format(
            R"(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink")"
            R"( xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" version="1.1" width="{0}mm" height="{1}mm")"
            R"( viewBox="0 0 {0} {1}" xml:lang="{2}" role="img">
<title>{3}</title>
<desc>{4}</desc>
)",
            w, h, escaped(m_picture.language), escaped(m_picture.title), escaped(m_picture.description));
        if (!m_defs.empty()) file += "<defs>\n" + m_defs + "</defs>\n";
        return file + m_body + "</svg>\n";
    }

private:
    template <class... Args>
    void add(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(m_body), format, std::forward<Args>(args)...);
    }

    /// An attribute ` id="..."` whose value no other element has.
    std::string id_attribute(std::string_view wanted) {
        std::string id;
        for (const char c : wanted) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            const bool inside = (c >= '0' && c <= '9') || c == '-' || c == '.';
            if (letter || c == '_' || (inside && !id.empty())) {
                id += c;
            } else if (!id.ends_with('_')) {
                id += '_';
            }
        }
        if (id.empty()) id = "_";
        auto unique = id;
        for (int n = 2; !m_ids.insert(unique).second; ++n)
            unique = fmt::format("{}-{}", id, n);
        return fmt::format(" id=\"{}\"", unique);
    }

    enum class Place : std::uint8_t { Page, InLayer };

    static bool is_layer(const Group& group) { return group.tag.kind == "layer" && !group.tag.layer.empty(); }

    /// Writes Inkscape layers: on the page one for each group whose tag names a layer, inside a layer only for groups
    /// of the kind "layer". Consecutive groups of one layer, with only untagged commands between them, share one.
    void write_all(const std::vector<Command>& commands, Place place) {
        for (std::size_t i = 0; i < commands.size();) {
            const auto* first = std::get_if<Group>(&commands[i].value);
            if (first == nullptr || first->tag.layer.empty() || (place == Place::InLayer && !is_layer(*first))) {
                write(commands[i++], place);
                continue;
            }
            const auto& name = first->tag.layer;
            std::size_t end = i + 1;
            for (std::size_t next = end; next < commands.size(); ++next) {
                const auto* group = std::get_if<Group>(&commands[next].value);
                const bool tagged = group != nullptr && !group->tag.layer.empty();
                if (tagged && group->tag.layer != name) break;
                if (tagged) end = next + 1;
            }
            if (end == i + 1) {
                write_layer(*first);
            } else {
                add("<g{}{}>\n", id_attribute(name), layer_attributes(name));
                for (; i < end; ++i)
                    write(commands[i], Place::InLayer);
                m_body += "</g>\n";
            }
            i = end;
        }
    }

    void write(const Command& command, Place place) {
        std::visit(Overloaded{[&](const FillPath& c) { fill(c); }, [&](const StrokePath& c) { stroke(c); },
                              [&](const DrawText& c) { text(c); }, [&](const DrawImage& c) { image(c); },
                              [&](const Group& c) {
                                  write_part(c, place);
                              }},
                   command.value);
    }

    static std::string layer_attributes(const std::string& name) {
        return fmt::format(" inkscape:groupmode=\"layer\" inkscape:label=\"{}\"", escaped(name));
    }

    void write_layer(const Group& group) {
        const auto& [layer, kind, part] = group.tag;
        const bool named_part = is_layer(group) && !part.empty() && part != layer;
        const auto id = id_attribute(named_part ? layer + '-' + part : layer);
        write_group(group, id + layer_attributes(layer), Place::InLayer);
    }

    void write_part(const Group& group, Place place) {
        const auto& tag = group.tag;
        if (tag.id.empty()) {
            write_group(group, "", place);
        } else {
            const auto label = fmt::format(" inkscape:label=\"{}\"", escaped(tag.id));
            write_group(group, id_attribute(tag.kind + '-' + tag.id) + label, place);
        }
    }

    void write_group(const Group& group, std::string attributes, Place inside) {
        attributes += matrix(transform_of(group));
        if (group.clip) attributes += fmt::format(" clip-path=\"url(#{})\"", clip_id(*group.clip));
        if (group.opacity != 1) attributes += fmt::format(" opacity=\"{}\"", number(group.opacity));
        add("<g{}>\n", attributes);
        write_all(group.commands, inside);
        m_body += "</g>\n";
    }

    /// Each clip rectangle is defined once, because layers share the map's frame. A <clipPath> applies in the
    /// coordinates of the element that refers to it.
    std::string clip_id(const Rect& clip) {
        const auto shape = fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", number(clip.x),
                                       number(clip.y), number(clip.w), number(clip.h));
        auto& id = m_clips[shape];
        if (id.empty()) {
            id = fmt::format("clip.{}", m_clips.size());
            m_defs += fmt::format("<clipPath id=\"{}\">{}</clipPath>\n", id, shape);
        }
        return id;
    }

    void fill(const FillPath& path) {
        add("<path{} fill-rule=\"evenodd\" d=\"{}\"/>\n", paint("fill", path.colour), path_data(path.outlines));
    }

    void stroke(const StrokePath& path) {
        std::string dashes;
        if (std::ranges::any_of(path.dash_mm, [](double length) { return length > 0; })) {
            for (const double length : path.dash_mm) {
                dashes += dashes.empty() ? " stroke-dasharray=\"" : " ";
                dashes += number(length);
            }
            dashes += '"';
        }
        add("<path fill=\"none\"{} stroke-width=\"{}\"{}{}{} d=\"{}\"/>\n", paint("stroke", path.colour),
            number(path.width_mm), path.cap == Cap::Round ? " stroke-linecap=\"round\"" : "",
            path.join == Join::Round ? " stroke-linejoin=\"round\"" : "", dashes, path_data(path.outlines));
    }

    void image(const DrawImage& command) {
        const auto& box = command.box;
        if (command.image->width <= 0 || command.image->height <= 0) return;
        add("<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\"", number(box.x),
            number(box.y), number(box.w), number(box.h));
        if (command.opacity != 1) add(" opacity=\"{}\"", number(command.opacity));
        add(" xlink:href=\"data:image/png;base64,{}\"/>\n", png_base64(*command.image));
    }

    void text(const DrawText& text) { m_mode == SvgText::Live ? live_text(text) : outlined_text(text); }

    static std::string halo_stroke(const Halo& halo) {
        return fmt::format("{} stroke-width=\"{}\" stroke-linejoin=\"round\" stroke-linecap=\"round\"",
                           paint("stroke", halo.colour), number(2 * halo.width_mm));
    }

    void live_text(const DrawText& text) {
        const auto x = number(text.origin_mm.x), y = number(text.origin_mm.y);
        std::string attributes = fmt::format(" x=\"{}\" y=\"{}\"", x, y);
        if (text.angle_deg != 0) {
            attributes += fmt::format(" transform=\"rotate({} {} {})\"", number(-text.angle_deg), x, y);
        }
        attributes += paint("fill", text.colour);
        if (text.halo) attributes += halo_stroke(*text.halo) + " paint-order=\"stroke\"";
        if (text.lang != m_picture.language) attributes += fmt::format(" xml:lang=\"{}\"", escaped(text.lang));
        // Without "preserve" a space at the end of a run would be lost.
        add("<text{} xml:space=\"preserve\">", attributes);
        for (const auto& run : text.runs) {
            const auto& font = run.font;
            add("<tspan x=\"{}\" font-family=\"{}\" font-size=\"{}\" font-weight=\"{}\"",
                number(text.origin_mm.x + run.x_mm), font_stack(font.family), number(run.size_mm), font.weight);
            if (font.italic) m_body += " font-style=\"italic\"";
            if (run.letter_spacing_mm != 0) add(" letter-spacing=\"{}\"", number(run.letter_spacing_mm));
            add(">{}</tspan>", escaped(run.utf8));
        }
        m_body += "</text>\n";
    }

    void outlined_text(const DrawText& text) {
        PathData data;
        std::string words;
        for (const auto& run : text.runs) {
            words += run.utf8;
            for (const auto& [kind, p] : glyph_path(run)) {
                switch (kind) {
                case PathStep::Kind::Move:
                    data.move_to(p[0]);
                    break;
                case PathStep::Kind::Line:
                    data.line_to(p[0]);
                    break;
                case PathStep::Kind::Cubic:
                    data.curve_to(p[0], p[1], p[2]);
                    break;
                case PathStep::Kind::Close:
                    data.close();
                    break;
                }
            }
        }
        const auto outlines = data.take();
        if (outlines.empty()) return;
        add("<g{} aria-label=\"{}\">\n", matrix(transform_of(text)), escaped(words));
        // Halo and letters are two paths, because outlines are meant for programs that do not know paint-order.
        if (text.halo) add("<path fill=\"none\"{} d=\"{}\"/>\n", halo_stroke(*text.halo), outlines);
        add("<path{} d=\"{}\"/>\n</g>\n", paint("fill", text.colour), outlines);
    }

    const Picture& m_picture;
    SvgText m_mode;
    std::string m_defs, m_body;
    std::set<std::string> m_ids;
    std::map<std::string, std::string> m_clips;
};

} // namespace

std::string write_svg(const Picture& picture, SvgText mode) {
    return Writer{picture, mode}.write();
}

} // namespace render
