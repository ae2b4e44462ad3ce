#include "render/picture/inspect.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

namespace render {
namespace {

/// The value with two decimals; zero has no sign.
std::string number(double value) {
    const double rounded = std::round(value * 100) / 100;
    return fmt::format("{:.2f}", rounded == 0 ? 0.0 : rounded);
}
std::string numbers(std::initializer_list<double> values) {
    std::string text;
    for (const double value : values) {
        if (!text.empty()) text += ',';
        text += number(value);
    }
    return text;
}
std::string quote(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (c == '\n') {
            quoted += "\\n";
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}
std::string colour(Colour c) {
    auto text = fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b);
    return c.a == 255 ? text : text + fmt::format("{:02x}", c.a);
}
std::string rect(const Rect& r) {
    return numbers({r.x, r.y, r.w, r.h});
}

/// Lists the points of a short path. A long path is summed up by its point count, box, length and area, so that the
/// text changes when a point moves.
std::string path(const std::vector<Outline>& outlines) {
    constexpr std::size_t most_points_listed = 12;
    std::size_t count = 0;
    for (const auto& outline : outlines)
        count += outline.points.size();
    std::string text;
    if (count <= most_points_listed) {
        for (const auto& outline : outlines) {
            text += " [";
            for (const auto& p : outline.points) {
                if (text.back() != '[') text += ' ';
                text += numbers({p.x, p.y});
            }
            text += outline.closed ? " z]" : "]";
        }
        return text;
    }
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY, length = 0, area = 0;
    for (const auto& [points, closed] : outlines) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            left = std::min(left, points[i].x), right = std::max(right, points[i].x);
            top = std::min(top, points[i].y), bottom = std::max(bottom, points[i].y);
            const auto& before = points[i > 0 ? i - 1 : points.size() - 1];
            if (i > 0 || closed) length += std::hypot(points[i].x - before.x, points[i].y - before.y);
            area += (before.x * points[i].y - points[i].x * before.y) / 2;
        }
    }
    fmt::format_to(std::back_inserter(text), " {} outlines, {} points, box {}, length {}, area {}", outlines.size(),
                   count, numbers({left, top, right - left, bottom - top}), number(length), number(area));
    return text;
}

class Dumper {
public:
    std::string text;

    void dump(const std::vector<Command>& commands, int depth) {
        for (const auto& command : commands) {
            text.append(static_cast<std::size_t>(depth) * 2, ' ');
            std::visit([&](const auto& c) { line(c, depth); }, command.value);
        }
    }

private:
    template <class... Args>
    void add(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(text), format, std::forward<Args>(args)...);
    }

    void line(const FillPath& c, int) { add("fill {}{}\n", colour(c.colour), path(c.outlines)); }

    void line(const StrokePath& c, int) {
        add("stroke {} width {}", colour(c.colour), number(c.width_mm));
        if (!c.dash_mm.empty()) {
            add(" dash");
            for (const double d : c.dash_mm)
                add(" {}", number(d));
        }
        if (c.cap == Cap::Round) add(" cap round");
        if (c.join == Join::Mitre) add(" join mitre");
        add("{}\n", path(c.outlines));
    }

    void line(const DrawText& c, int) {
        add("text at {}", numbers({c.origin_mm.x, c.origin_mm.y}));
        if (c.angle_deg != 0) add(" angle {}", number(c.angle_deg));
        add(" {}", colour(c.colour));
        if (c.halo) add(" halo {} {}", colour(c.halo->colour), number(c.halo->width_mm));
        if (c.lang != "en") add(" lang {}", c.lang);
        for (const auto& run : c.runs) {
            add(" | {} {} {}{} {} x {} width {}", quote(run.utf8), run.font.family, run.font.weight,
                run.font.italic ? " italic" : "", number(run.size_mm), number(run.x_mm), number(run.advance_mm));
        }
        add("\n");
    }

    void line(const DrawImage& c, int) {
        add("image {} x {} in {}", c.image->width, c.image->height, rect(c.box));
        if (c.opacity != 1) add(" opacity {}", number(c.opacity));
        add("\n");
    }

    void line(const Group& c, int depth) {
        add("group");
        if (c.tag != Tag{}) add(" {}/{}/{}", c.tag.layer, c.tag.kind, quote(c.tag.id));
        if (c.anchor) add(" anchor {}", numbers({c.anchor->x, c.anchor->y}));
        const auto& a = c.affine;
        if (a != Affine{}) add(" affine {}", numbers({a.xx, a.yx, a.xy, a.yy, a.x0, a.y0}));
        if (c.clip) add(" clip {}", rect(*c.clip));
        if (c.opacity != 1) add(" opacity {}", number(c.opacity));
        add("\n");
        dump(c.commands, depth + 1);
    }
};

} // namespace

std::string dump(const Picture& picture) {
    Dumper dumper;
    dumper.text = fmt::format("picture {} background {} language {}\ntitle {}\ndescription {}\n",
                              numbers({picture.width_mm, picture.height_mm}), colour(picture.background),
                              picture.language, quote(picture.title), quote(picture.description));
    dumper.dump(picture.commands, 0);
    return dumper.text;
}

} // namespace render
