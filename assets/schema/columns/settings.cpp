#include "assets/model/values/codes.hpp"
#include "assets/schema/columns/plain.hpp"

#include <set>

#include <fmt/format.h>

namespace assets::columns {
namespace {

using Name = std::string_view;

constexpr std::array symbol_styles{Name{"pictogram"}, Name{"nato"}, Name{"dot"}};
constexpr std::array label_styles{Name{"name"}, Name{"prefix"}, Name{"hull"}};
constexpr std::array distance_units{Name{"km"}, Name{"mi"}, Name{"nmi"}};
constexpr std::array date_orders{Name{"iso"}, Name{"dmy"}, Name{"mdy"}, Name{"serial"},
                                 Name{"serial1904"}}; // in the order of DateOrder
constexpr std::array text_encodings{Name{"shift_jis"}, Name{"euc-kr"}, Name{"gbk"}, Name{"big5"}, Name{"windows-1252"}};
/// A key that is checked but has no member in Scenario.
ColumnInfo key(Name name, Shape shape, Name help) {
    return {name, shape, help};
}

std::vector<Column<Scenario>> root_keys() {
    std::vector<Column<Scenario>> keys{
        rule<Scenario>("theatrum", Shape::Whole, "version of the format, always 1",
                       [](const Scenario&, WriteContext&) { return std::string{"1"}; }),
        text<&Scenario::title>("title", "title of maps, unless a figure has its own").as_printed(),
        text<&Scenario::subtitle>("subtitle", "line below the title").as_printed(),
        text<&Scenario::credit>("credit", "sources or author named in the credit line").as_printed(),
    };
    for (const auto& [name, help] :
         {std::pair{"time", "period of the scenario and its offset from UTC"},
          std::pair{"view", "projection, centre and width of maps"},
          std::pair{"style", "theme, symbols and names on maps"},
          std::pair{"read", "files to read, and the order of their dates"}, std::pair{"zones", "built-in zones"},
          std::pair{"basemap", "background of maps"}, std::pair{"routes", "rules for the routes of ships"},
          std::pair{"words", "other texts in place of those that the program prints on maps"}})
        keys.push_back(rule<Scenario>(name, Shape::Table, help));
    for (const auto& [name, help] :
         {std::pair{"asset", "an asset, like a row of assets.csv"},
          std::pair{"accept", "a finding of `theatrum check` that is accepted"},
          std::pair{"figure", "a map to make again with `theatrum export --figure`"}, std::pair{"feed", "a live feed"},
          std::pair{"alert", "what contacts of live feeds are watched for"}})
        keys.push_back(rule<Scenario>(name, Shape::Tables, help));
    return keys;
}

std::vector<Column<Scenario>> time_keys() {
    Column<Scenario> start = rule<Scenario>("start", Shape::Time, "start of the timeline");
    start.read = [](Scenario& s, Cell& cell) {
        if (const auto time = cell.time(s.utc_offset_h)) s.start = time->first;
    };
    start.write = [](const Scenario& s, WriteContext&) {
        return s.start ? beginning(*s.start, s.utc_offset_h) : std::string{};
    };
    Column<Scenario> end = rule<Scenario>("end", Shape::Time, "end of the timeline, inclusive");
    end.read = [](Scenario& s, Cell& cell) {
        if (const auto time = cell.time(s.utc_offset_h)) s.end = time->last;
    };
    end.write = [](const Scenario& s, WriteContext&) {
        return s.end ? ending(*s.end, s.utc_offset_h) : std::string{};
    };
    Column<Scenario> data_to = rule<Scenario>("data_to", Shape::Time, "day on which research stopped");
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
            // read_time() reads it before the other keys because they depend on it.
            rule<Scenario>("utc_offset_h", Shape::Number, "offset from UTC in hours for dates and local times",
                           [](const Scenario& s, WriteContext&) { return number_unless(0, s.utc_offset_h); })
                .within(utc_offset_range),
            data_to};
}

std::vector<Column<ViewDefaults>> view_keys() {
    return {
        rule<ViewDefaults>(
            "projection", Shape::Text, "laea, ortho, aeqd, lcc, merc, eqearth, robin, eqc, a PROJ string or EPSG:n",
            [](const ViewDefaults& v, WriteContext&) { return v.frame.empty() ? v.projection : std::string{}; }),
        rule<ViewDefaults>("center", Shape::Point, "centre of the map",
                           [](const ViewDefaults& v, WriteContext&) {
                               return v.centre && v.frame.empty()
                                          ? fmt::format("[{}, {}]", number_text(v.centre->lon()),
                                                        number_text(v.centre->lat()))
                                          : std::string{};
                           }),
        [] {
            auto width = number<&ViewDefaults::width_km>("width_km", {}, "width of the map in km");
            width.shape = Shape::Positive;
            width.write = [](const ViewDefaults& v, WriteContext&) {
                return v.width_km && v.frame.empty() ? number_text(*v.width_km) : std::string{};
            };
            return width;
        }(),
        rule<ViewDefaults>("frame", Shape::Word, "or the name of a frame, in place of projection, center and width_km",
                           [](const ViewDefaults& v, WriteContext&) { return v.frame; })
            .with_words(frame_names),
        rule<ViewDefaults>("at", Shape::Time, "instant that maps show first; default: the last day with a report",
                           [](const ViewDefaults& v, WriteContext&) { return v.at ? to_iso(*v.at) : std::string{}; }),
    };
}

Column<ViewDefaults> units_key() {
    auto units = list<&ViewDefaults::units>(
        "units",
        "units of distances on maps, each once; default: km and nmi where at least half of the assets shown are "
        "ships, else km and mi");
    units.read = [](ViewDefaults& v, Cell& cell) {
        v.units = cell.list();
        const std::set<std::string> different(v.units.begin(), v.units.end());
        if (different.size() < v.units.size()) cell.report_wrong_form({});
    };
    return units.with_words(distance_units).of_form("a list of different units");
}

bool are_name_languages(std::string_view text) {
    return geo::name_languages(text).has_value();
}

std::vector<Column<ViewDefaults>> style_keys() {
    auto symbols = text<&ViewDefaults::symbols>("symbols", "style of the symbols").with_words(symbol_styles);
    symbols.shape = Shape::Word;
    auto label_style =
        text<&ViewDefaults::label_style>("label_style", "names of assets on maps: the short name, with prefix, or with "
                                                        "prefix and hull number; default: name")
            .with_words(label_styles);
    label_style.shape = Shape::Word;
    return {text<&ViewDefaults::theme>("theme", "name of a theme: colours and line widths"),
            symbols,
            checked_text<&ViewDefaults::names, are_name_languages>("names", "language of names on maps")
                .of_form("a language of names (en, ko, ja, zh or fr) or two of them such as en+ko"),
            text<&ViewDefaults::policy>("policy", "name of the policy for disputed names and lines"),
            label_style,
            units_key()};
}

std::vector<Column<Scenario>> read_keys() {
    std::vector<Column<Scenario>> keys;
    for (const TableFile& file : table_files)
        keys.push_back(rule<Scenario>(file.key, Shape::List, file.help).with_default(file.name));
    Column<Scenario> dates = rule<Scenario>("dates", Shape::Word,
                                            "order of day and month in dates such as 20/10/2024, or how a "
                                            "spreadsheet counts days that it wrote as numbers such as 45504")
                                 .with_words(date_orders)
                                 .with_default("iso");
    dates.read = [](Scenario& s, Cell& cell) {
        if (const auto order = cell.word()) s.dates = static_cast<DateOrder>(*order);
    };
    dates.write = [](const Scenario& s, WriteContext&) {
        return std::string{s.dates == DateOrder::IsoOnly ? Name{} : date_orders[static_cast<std::size_t>(s.dates)]};
    };
    keys.push_back(dates);
    keys.push_back(rule<Scenario>("encoding", Shape::Word, "encoding of tables that are not UTF-8")
                       .with_words(text_encodings)
                       .with_default("found by the text"));
    return keys;
}

std::vector<Column<Scenario>> zones_keys() {
    auto builtin = rule<Scenario>("builtin", Shape::List, "ids of built-in zones; `theatrum help zones` lists them",
                                  [](const Scenario& s, WriteContext&) { return joined(s.builtin_zones); });
    builtin.read = [](Scenario& s, Cell& cell) {
        s.builtin_zones = cell.list();
    };
    return {builtin};
}

std::vector<Column<RouteRules>> routes_keys() {
    return {rule<RouteRules>("avoid", Shape::List,
                             "straits and canals that legs of ships do not use; `theatrum help maps` lists them",
                             [](const RouteRules& rules, WriteContext&) { return joined(rules.avoid); }),
            rule<RouteRules>("allow", Shape::List,
                             "straits that legs of ships may use, although by default they do not",
                             [](const RouteRules& rules, WriteContext&) { return joined(rules.allow); })};
}

std::vector<Column<Accept>> accept_keys() {
    static const std::vector<Name> codes = [] {
        std::vector<Name> names;
        for (const auto& known : all_codes)
            names.push_back(known.code);
        return names;
    }();
    auto code = rule<Accept>("code", Shape::Text, "code of the finding", [](const Accept& a, WriteContext&) {
                    return a.code;
                }).of_form("a finding code");
    code.required = true;
    auto why = text<&Accept::why>("why", "reason for accepting the finding");
    why.required = true;
    auto from = text<&Accept::from>("from", "the value of column from in the report concerned");
    from.shape = Shape::Time;
    return {code.with_words(codes),
            rule<Accept>("asset", Shape::Text, "id of the asset concerned",
                         [](const Accept& a, WriteContext&) {
                             return a.kind.empty() || a.kind == "asset" ? a.subject : std::string{};
                         }),
            rule<Accept>("zone", Shape::Text, "or id of the zone concerned",
                         [](const Accept& a, WriteContext&) { return a.kind == "zone" ? a.subject : std::string{}; }),
            rule<Accept>("event", Shape::Text, "or id of the event concerned",
                         [](const Accept& a, WriteContext&) { return a.kind == "event" ? a.subject : std::string{}; }),
            rule<Accept>("place", Shape::Text, "or id or name of the place concerned",
                         [](const Accept& a, WriteContext&) { return a.kind == "place" ? a.subject : std::string{}; }),
            from,
            why};
}

std::vector<Column<FeedDeclaration>> feed_keys() {
    auto url =
        rule<FeedDeclaration>("url", Shape::Text, "address: ais+tcp://HOST:PORT, ais+udp://HOST:PORT or ais+file:PATH",
                              [](const FeedDeclaration& f, WriteContext&) { return f.url; });
    url.required = true;
    auto types =
        rule<FeedDeclaration>("types", Shape::List, "types of asset to keep; default: all").with_words_of<AssetType>();
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
    return {
        url,
        rule<FeedDeclaration>("kind", Shape::Word, "kind of messages; must agree with the url").with_words(feed_kinds),
        text<&FeedDeclaration::name>("name", "name shown in the window").as_printed(),
        rule<FeedDeclaration>("area", Shape::Box, "box in degrees; messages from outside are dropped",
                              [](const FeedDeclaration& f, WriteContext&) {
                                  return f.area ? fmt::format("[{}, {}, {}, {}]", number_text(f.area->west()),
                                                              number_text(f.area->south()), number_text(f.area->east()),
                                                              number_text(f.area->north()))
                                                : std::string{};
                              }),
        types,
        text<&FeedDeclaration::credit>("credit", "name to credit on maps").as_printed(),
        text<&FeedDeclaration::terms>("terms", "terms of use")};
}

std::vector<Column<AlertRule>> alert_keys() {
    auto id = text<&AlertRule::id>("id", "unique id of the alert");
    id.required = true;
    auto when = stated_word<&AlertRule::when>("when", "what a contact does");
    when.required = true;
    when.default_text = {};
    return {id, when, text<&AlertRule::zone>("zone", "id of the zone; for enters, leaves and crosses"),
            list<&AlertRule::who>("who", "ids of assets, or MMSI, ICAO or uid of contacts; default: all contacts"),
            number<&AlertRule::minutes>("minutes", {1, 7 * 24 * 60.0}, "for silent: how long, from 1 to 10080")};
}

} // namespace

void add_settings(Schema& schema) {
    schema.root = root_keys();
    schema.time = time_keys();
    schema.view = view_keys();
    schema.style = style_keys();
    schema.read = read_keys();
    schema.zones_table = zones_keys();
    schema.accept = accept_keys();
    schema.feed = feed_keys();
    schema.alert = alert_keys();
    schema.basemap = {key("raster", Shape::Text, "image file for the background, inside the scenario's folder"),
                      key("url", Shape::Text, "address of map tiles")};
    schema.routes = routes_keys();
}

} // namespace assets::columns
