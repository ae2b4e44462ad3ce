#include "assets/model/values/codes.hpp"
#include "assets/schema/columns/plain.hpp"

#include <fmt/format.h>

namespace assets::columns {
namespace {

using Name = std::string_view;

constexpr std::array symbol_styles{Name{"pictogram"}, Name{"nato"}, Name{"dot"}};
constexpr std::array date_orders{Name{"iso"}, Name{"dmy"}, Name{"mdy"}}; // in the order of DateOrder
constexpr std::array presets{Name{"web-16x9"}, Name{"web-4x3"},   Name{"square"},
                             Name{"story"},    Name{"column-89"}, Name{"column-183"}};
constexpr std::array inset_kinds{Name{"detail"}, Name{"locator"}};
constexpr std::array note_kinds{Name{"text"}, Name{"callout"}, Name{"arrow"},
                                Name{"line"}, Name{"ring"},    Name{"bracket"}};
constexpr std::array drawn_things{
    Name{"all"},       Name{"sea"},      Name{"land"},     Name{"relief"}, Name{"coast"},    Name{"borders"},
    Name{"graticule"}, Name{"zones"},    Name{"areas"},    Name{"tracks"}, Name{"assets"},   Name{"events"},
    Name{"notes"},     Name{"coverage"}, Name{"places"},   Name{"seas"},   Name{"labels"},   Name{"title"},
    Name{"subtitle"},  Name{"asof"},     Name{"unplaced"}, Name{"legend"}, Name{"scalebar"}, Name{"north"},
    Name{"inset"},     Name{"strip"},    Name{"credit"}};

/// A key that is checked and not kept in a Scenario.
ColumnInfo key(Name name, Shape shape, Name help, std::span<const Name> allowed = {}, bool required = false) {
    ColumnInfo info{name, shape, help};
    info.allowed = allowed;
    info.required = required;
    return info;
}

std::vector<Column<Scenario>> root_keys() {
    std::vector<Column<Scenario>> keys{
        rule<Scenario>("theatrum", Shape::Whole, "the version of the format: 1",
                       [](const Scenario&, WriteContext&) { return std::string{"1"}; }),
        text<&Scenario::title>("title", "of every map, unless another is asked for"),
        text<&Scenario::subtitle>("subtitle", "the line below it"),
        text<&Scenario::credit>("credit", "who is named as the author"),
    };
    for (const auto& [name, help] :
         {std::pair{"time", "the period, and what dates mean"}, std::pair{"view", "what a map of it shows"},
          std::pair{"style", "how it is drawn"}, std::pair{"read", "which files belong to it"},
          std::pair{"basemap", "what lies below"}, std::pair{"routes", "how ships find their way"},
          std::pair{"words", "other words for those of the program"}})
        keys.push_back(rule<Scenario>(name, Shape::Table, help));
    for (const auto& [name, help] :
         {std::pair{"asset", "an asset, in place of a row of assets.csv"},
          std::pair{"accept", "a finding of `theatrum check` that is as it should be"},
          std::pair{"figure", "a map of it to be made again"}, std::pair{"feed", "a live feed that belongs to it"}})
        keys.push_back(rule<Scenario>(name, Shape::Tables, help));
    return keys;
}

std::vector<Column<Scenario>> time_keys() {
    Column<Scenario> start = rule<Scenario>("start", Shape::Time, "where the time line begins");
    start.read = [](Scenario& s, Cell& cell) {
        if (const auto time = cell.time(s.utc_offset_h)) s.start = time->first;
    };
    start.write = [](const Scenario& s, WriteContext&) {
        return s.start ? beginning(*s.start, s.utc_offset_h) : std::string{};
    };
    Column<Scenario> end = rule<Scenario>("end", Shape::Time, "where the time line ends");
    end.read = [](Scenario& s, Cell& cell) {
        if (const auto time = cell.time(s.utc_offset_h)) s.end = time->last;
    };
    end.write = [](const Scenario& s, WriteContext&) {
        return s.end ? ending(*s.end, s.utc_offset_h) : std::string{};
    };
    Column<Scenario> data_to = rule<Scenario>("data_to", Shape::Time, "the day on which research stopped");
    data_to.read = [](Scenario& s, Cell& cell) {
        if (const auto day = cell.time(s.utc_offset_h)) {
            s.data_to = cell.text();
            s.data_to_day = day->last;
        }
    };
    data_to.write = [](const Scenario& s, WriteContext&) {
        return s.data_to;
    };
    return {start, end,
            // Read before the others by a rule, as it decides what they mean.
            rule<Scenario>("utc_offset_h", Shape::Number, "hours east of UTC at which dates are days",
                           [](const Scenario& s, WriteContext&) { return number_unless(0, s.utc_offset_h); })
                .within(utc_offset_range),
            data_to};
}

std::vector<Column<ViewDefaults>> view_keys() {
    return {
        rule<ViewDefaults>("projection", Shape::Text,
                           "laea ortho aeqd lcc merc eqearth robin eqc, a PROJ string or EPSG:n",
                           [](const ViewDefaults& v, WriteContext&) {
                               return v.projection == ViewDefaults{}.projection ? std::string{} : v.projection;
                           }),
        rule<ViewDefaults>("center", Shape::Point, "the middle of the map",
                           [](const ViewDefaults& v, WriteContext&) {
                               return v.centre ? fmt::format("[{}, {}]", number_text(v.centre->lon()),
                                                             number_text(v.centre->lat()))
                                               : std::string{};
                           }),
        [] {
            auto width = number<&ViewDefaults::width_km>("width_km", {}, "the width of the map");
            width.shape = Shape::Positive;
            return width;
        }(),
    };
}

std::vector<Column<ViewDefaults>> style_keys() {
    auto symbols = text<&ViewDefaults::symbols>("symbols", "how assets are drawn").words(symbol_styles);
    symbols.shape = Shape::Word;
    return {text<&ViewDefaults::theme>("theme", "colours and line widths, by name"), symbols,
            text<&ViewDefaults::names>("names", "the language of names: en ko ja zh"),
            text<&ViewDefaults::policy>("policy", "whose names and lines disputed places get")};
}

std::vector<Column<Scenario>> read_keys() {
    std::vector<Column<Scenario>> keys;
    for (const TableFile& file : table_files)
        keys.push_back(rule<Scenario>(file.key, Shape::List, file.help).otherwise(file.name));
    Column<Scenario> dates = rule<Scenario>("dates", Shape::Word, "the order of a date such as 20/10/2024")
                                 .words(date_orders)
                                 .otherwise("iso");
    dates.read = [](Scenario& s, Cell& cell) {
        if (const auto order = cell.word()) s.dates = static_cast<DateOrder>(*order);
    };
    dates.write = [](const Scenario& s, WriteContext&) {
        return std::string{s.dates == DateOrder::IsoOnly ? Name{} : date_orders[static_cast<std::size_t>(s.dates)]};
    };
    keys.push_back(dates);
    return keys;
}

std::vector<Column<Accept>> accept_keys() {
    static const std::vector<Name> codes = [] {
        std::vector<Name> names;
        for (const auto& known : all_codes)
            names.push_back(known.code);
        return names;
    }();
    auto code = rule<Accept>("code", Shape::Text, "the code of the finding", [](const Accept& a, WriteContext&) {
                    return a.code;
                }).of_form("a code of check");
    code.required = true;
    auto why = text<&Accept::why>("why", "why it is as it should be");
    why.required = true;
    auto from = text<&Accept::from>("from", "of the report that it is about");
    from.shape = Shape::Time;
    return {code.words(codes),
            rule<Accept>("asset", Shape::Text, "the asset that it is about, by id",
                         [](const Accept& a, WriteContext&) {
                             return a.kind.empty() || a.kind == "asset" ? a.subject : std::string{};
                         }),
            rule<Accept>("zone", Shape::Text, "or the zone",
                         [](const Accept& a, WriteContext&) { return a.kind == "zone" ? a.subject : std::string{}; }),
            rule<Accept>("event", Shape::Text, "or the event",
                         [](const Accept& a, WriteContext&) { return a.kind == "event" ? a.subject : std::string{}; }),
            rule<Accept>("place", Shape::Text, "or the place",
                         [](const Accept& a, WriteContext&) { return a.kind == "place" ? a.subject : std::string{}; }),
            from,
            why};
}

std::vector<Column<FeedDeclaration>> feed_keys() {
    auto url = rule<FeedDeclaration>("url", Shape::Text, "ais+tcp://HOST:PORT, ais+udp://HOST:PORT or ais+file:PATH",
                                     [](const FeedDeclaration& f, WriteContext&) { return f.url; });
    url.required = true;
    auto types = rule<FeedDeclaration>("types", Shape::List, "only these types of asset").words_of<AssetType>();
    types.read = [](FeedDeclaration& f, Cell& cell) {
        for (const auto& word : cell.list())
            if (const auto type = asset_type(word)) f.types.push_back(*type);
    };
    types.write = [](const FeedDeclaration& f, WriteContext&) {
        std::vector<std::string> words;
        for (const AssetType type : f.types)
            words.emplace_back(name_of(type));
        return joined(words);
    };
    return {url,
            rule<FeedDeclaration>("kind", Shape::Word, "what is sent, as the url says too").words(feed_kinds),
            text<&FeedDeclaration::name>("name", "what the window calls it"),
            rule<FeedDeclaration>("area", Shape::Box, "only reports from there",
                                  [](const FeedDeclaration& f, WriteContext&) {
                                      return f.area ? fmt::format("[{}, {}, {}, {}]", number_text(f.area->west()),
                                                                  number_text(f.area->south()),
                                                                  number_text(f.area->east()),
                                                                  number_text(f.area->north()))
                                                    : std::string{};
                                  }),
            types,
            text<&FeedDeclaration::credit>("credit", "who is to be named"),
            text<&FeedDeclaration::terms>("terms", "what its owner asks for")};
}

std::vector<ColumnInfo> figure_keys() {
    return {key("id", Shape::Text, "by which it is asked for", {}, true),
            key("preset", Shape::Word, "its size", presets),
            key("size", Shape::Text, "in pixels: 1920x1080"),
            key("width_mm", Shape::Positive, "on paper"),
            key("height_mm", Shape::Positive, "on paper"),
            key("dpi", Shape::Positive, "pixels an inch"),
            key("at", Shape::Time, "the instant that it shows"),
            key("from", Shape::Time, "or a period"),
            key("to", Shape::Time, "its end"),
            key("compare", Shape::Time, "the instant to compare with"),
            key("fit", Shape::List, "what it must hold, by id"),
            key("center", Shape::Point, "or the middle of the map"),
            key("width_km", Shape::Positive, "and its width"),
            key("bbox", Shape::Box, "or a box"),
            key("projection", Shape::Text, "as under [view]"),
            key("theme", Shape::Text, "as under [style]"),
            key("words", Shape::Text, "the language of its words"),
            key("names", Shape::Text, "as under [style]"),
            key("title", Shape::Text, "in place of that of the scenario"),
            key("subtitle", Shape::Text, "the same"),
            key("credit", Shape::Text, "the same"),
            key("show", Shape::List, "what is drawn beside the usual"),
            key("hide", Shape::List, "assets and zones left out, by id"),
            key("emphasise", Shape::List, "assets drawn larger, by id"),
            key("without", Shape::List, "layers and furniture left out", drawn_things),
            key("inset", Shape::Tables, "a map in a corner"),
            key("note", Shape::Tables, "something drawn by hand"),
            key("label", Shape::Tables, "another text, or another place, for a label")};
}

} // namespace

void add_settings(Schema& schema) {
    schema.root = root_keys();
    schema.time = time_keys();
    schema.view = view_keys();
    schema.style = style_keys();
    schema.read = read_keys();
    schema.accept = accept_keys();
    schema.feed = feed_keys();
    schema.basemap = {key("raster", Shape::Text, "a picture of the ground in the folder"),
                      key("url", Shape::Text, "where its tiles are")};
    schema.routes = {key("avoid", Shape::List, "seas that no way leads through")};
    schema.figure = figure_keys();
    schema.inset = {key("kind", Shape::Word, "what it is for", inset_kinds), key("center", Shape::Point, "its middle"),
                    key("width_km", Shape::Positive, "its width"), key("corner", Shape::Text, "where it stands"),
                    key("projection", Shape::Text, "as under [view]")};
    schema.note = {
        key("kind", Shape::Word, "what it is", note_kinds, true), key("at", Shape::TextOrPoint, "where it is"),
        key("to", Shape::TextOrPoint, "where it leads"),          key("text", Shape::Text, "what it says"),
        key("radius_km", Shape::Positive, "of a ring"),           key("offset_mm", Shape::Offset, "of its text")};
    schema.label = {key("id", Shape::Text, "whose label it is", {}, true), key("text", Shape::Text, "what it says"),
                    key("offset_mm", Shape::Offset, "where it stands"), key("hide", Shape::Flag, "draw none")};
}

} // namespace assets::columns
