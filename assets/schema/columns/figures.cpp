#include "assets/schema/columns/plain.hpp"

#include <fmt/format.h>

namespace assets::columns {
namespace {

using Name = std::string_view;

constexpr std::array presets{Name{"web-16x9"}, Name{"web-4x3"},   Name{"square"},
                             Name{"story"},    Name{"column-89"}, Name{"column-183"}};
constexpr std::array inset_kinds{Name{"detail"}, Name{"locator"}};
constexpr std::array note_kinds{Name{"text"}, Name{"callout"}, Name{"arrow"},
                                Name{"line"}, Name{"ring"},    Name{"bracket"}};
constexpr std::array layer_names{Name{"all"},      Name{"sea"},       Name{"land"},     Name{"relief"}, Name{"coast"},
                                 Name{"borders"},  Name{"graticule"}, Name{"zones"},    Name{"areas"},  Name{"changes"},
                                 Name{"rings"},    Name{"tracks"},    Name{"assets"},   Name{"events"}, Name{"notes"},
                                 Name{"coverage"}, Name{"places"},    Name{"seas"},     Name{"labels"}, Name{"title"},
                                 Name{"subtitle"}, Name{"asof"},      Name{"unplaced"}, Name{"calls"},  Name{"legend"},
                                 Name{"scalebar"}, Name{"north"},     Name{"inset"},    Name{"strip"},  Name{"credit"}};

/// A text whose column has another shape, such as a word or a time as written.
template <auto Member>
Column<RecordOf<Member>> shaped(Name name, Shape shape, Name help, std::span<const Name> allowed = {}) {
    auto column = text<Member>(name, help).with_words(allowed);
    column.shape = shape;
    return column;
}

template <auto Member>
Column<RecordOf<Member>> positive(Name name, Name help) {
    auto column = number<Member>(name, {}, help);
    column.shape = Shape::Positive;
    return column;
}

std::string point_text(const std::optional<geo::LonLat>& point) {
    return point ? fmt::format("[{}, {}]", number_text(point->lon()), number_text(point->lat())) : std::string{};
}

std::string text_or_point(const FigureSpot& value) {
    const auto* point = std::get_if<geo::LonLat>(&value);
    return point ? point_text(*point) : std::get<std::string>(value);
}

std::string offset_text(const std::optional<OffsetMm>& offset) {
    return offset ? fmt::format("[{}, {}]", number_text(offset->first), number_text(offset->second)) : std::string{};
}

std::vector<Column<FigureDeclaration>> figure_keys() {
    using F = FigureDeclaration;
    const auto tables = [](Name name, Name help) {
        return rule<F>(name, Shape::Tables, help);
    };
    auto id = text<&F::id>("id", "unique id of the figure");
    id.required = true;
    return {
        id,
        shaped<&F::preset>("preset", Shape::Word, "preset size", presets),
        text<&F::size>("size", "size in pixels, for example 1920x1080"),
        positive<&F::width_mm>("width_mm", "width on paper in mm"),
        positive<&F::height_mm>("height_mm", "height on paper in mm"),
        positive<&F::dpi>("dpi", "pixels per inch"),
        shaped<&F::at>("at", Shape::Time, "instant shown"),
        shaped<&F::from>("from", Shape::Time, "or start of the period shown"),
        shaped<&F::to>("to", Shape::Time, "end of the period shown"),
        shaped<&F::compare>("compare", Shape::Time, "instant to compare with"),
        list<&F::fit>("fit", "ids of assets and zones that must be in the frame, or all"),
        rule<F>("center", Shape::Point, "or centre of the map",
                [](const F& f, WriteContext&) { return point_text(f.centre); }),
        positive<&F::width_km>("width_km", "width of the map in km, with center"),
        rule<F>("bbox", Shape::Box, "or the box of the map in degrees",
                [](const F& f, WriteContext&) {
                    return f.bbox ? fmt::format("[{}, {}, {}, {}]", number_text(f.bbox->west()),
                                                number_text(f.bbox->south()), number_text(f.bbox->east()),
                                                number_text(f.bbox->north()))
                                  : std::string{};
                }),
        shaped<&F::frame>("frame", Shape::Word, "or the name of a frame, as under [view]", frame_names),
        text<&F::projection>("projection", "as under [view]"),
        text<&F::theme>("theme", "as under [style]"),
        text<&F::words>("words", "language of the texts on the map"),
        text<&F::names>("names", "as under [style]"),
        text<&F::title>("title", "title, in place of the scenario's").as_printed(),
        text<&F::subtitle>("subtitle", "subtitle, in place of the scenario's").as_printed(),
        text<&F::credit>("credit", "credit, in place of the scenario's").as_printed(),
        list<&F::show>("show", "layers and furniture drawn in addition to the default ones").with_words(layer_names),
        list<&F::hide>("hide", "ids of assets and zones to leave out"),
        list<&F::emphasise>("emphasise", "ids of assets to draw larger; not drawn yet"),
        list<&F::without>("without", "layers and furniture to leave out").with_words(layer_names),
        tables("inset", "small map in a corner; not drawn yet"),
        tables("note", "annotation placed by hand; not drawn yet"),
        tables("label", "changed text or position of a label; not drawn yet")};
}

std::vector<Column<FigureInset>> inset_keys() {
    using I = FigureInset;
    return {shaped<&I::kind>("kind", Shape::Word, "purpose of the inset", inset_kinds),
            rule<I>("center", Shape::Point, "centre of the inset",
                    [](const I& i, WriteContext&) { return point_text(i.centre); }),
            positive<&I::width_km>("width_km", "width of the inset in km"),
            text<&I::corner>("corner", "corner of the map that holds the inset"),
            text<&I::projection>("projection", "as under [view]")};
}

std::vector<Column<FigureNote>> note_keys() {
    using N = FigureNote;
    auto kind = shaped<&N::kind>("kind", Shape::Word, "kind of annotation", note_kinds);
    kind.required = true;
    return {
        kind,
        rule<N>("at", Shape::TextOrPoint, "position", [](const N& n, WriteContext&) { return text_or_point(n.at); }),
        rule<N>("to", Shape::TextOrPoint, "end of an arrow or line",
                [](const N& n, WriteContext&) { return text_or_point(n.to); }),
        text<&N::text>("text", "text").as_printed(),
        positive<&N::radius_km>("radius_km", "radius of a ring in km"),
        rule<N>("offset_mm", Shape::Offset, "offset of the text",
                [](const N& n, WriteContext&) { return offset_text(n.offset_mm); })};
}

std::vector<Column<FigureLabel>> label_keys() {
    using L = FigureLabel;
    auto id = text<&L::id>("id", "id of the labelled asset, zone or place");
    id.required = true;
    return {id, text<&L::text>("text", "text").as_printed(),
            rule<L>("offset_mm", Shape::Offset, "offset of the label",
                    [](const L& l, WriteContext&) { return offset_text(l.offset_mm); }),
            flag<&L::hide>("hide", "leave the label out")};
}

} // namespace

void add_figures(Schema& schema) {
    schema.figure = figure_keys();
    schema.inset = inset_keys();
    schema.note = note_keys();
    schema.label = label_keys();
}

} // namespace assets::columns
