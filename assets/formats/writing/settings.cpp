#include "assets/formats/writing/writers.hpp"
#include "assets/model/names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

/// The keys of one table, its header only when it has any.
class Table {
public:
    explicit Table(std::string_view header) : m_header{header} {}
    void value(std::string_view key, const std::string& toml) { m_keys += fmt::format("{} = {}\n", key, toml); }
    void text(std::string_view key, std::string_view text) {
        if (!text.empty()) value(key, string_literal(text));
    }
    void time(std::string_view key, std::string_view text) {
        if (!text.empty()) value(key, is_literal(text) ? std::string{text} : string_literal(text));
    }
    [[nodiscard]] std::string written() const {
        if (m_keys.empty()) return {};
        return m_header.empty() ? m_keys : fmt::format("\n{}\n{}", m_header, m_keys);
    }

private:
    /// TOML has dates and times of its own: 2024-07-31 and 2024-07-31T12:00:00Z need no quotes.
    static bool is_literal(std::string_view text) {
        constexpr std::string_view day = "2024-07-31", time = "2024-07-31T12:00:00Z",
                                   fine_time = "2024-07-31T12:00:00.250Z";
        const auto meant = parse_time_text(text, 0);
        if (!meant || text.size() < day.size() || text[4] != '-' || text[7] != '-') return false;
        return text.size() == day.size() || ((text.size() == time.size() || text.size() == fine_time.size()) &&
                                             text[10] == 'T' && text[13] == ':' && text.ends_with('Z'));
    }

    std::string_view m_header;
    std::string m_keys;
};

std::string time_table(const Scenario& scenario) {
    Table table{"[time]"};
    if (scenario.start) table.time("start", beginning(*scenario.start, scenario.utc_offset_h));
    if (scenario.end) table.time("end", ending(*scenario.end, scenario.utc_offset_h));
    if (scenario.utc_offset_h != 0) table.value("utc_offset_h", number(scenario.utc_offset_h));
    table.time("data_to", scenario.data_to);
    return table.written();
}

std::string view_table(const ViewDefaults& view) {
    Table table{"[view]"};
    if (view.projection != ViewDefaults{}.projection) table.text("projection", view.projection);
    if (view.centre)
        table.value("center", fmt::format("[{}, {}]", number(view.centre->lon()), number(view.centre->lat())));
    if (view.width_km) table.value("width_km", number(*view.width_km));
    return table.written();
}

std::string style_table(const ViewDefaults& view) {
    Table table{"[style]"};
    table.text("theme", view.theme);
    table.text("symbols", view.symbols);
    table.text("names", view.names);
    table.text("policy", view.policy);
    return table.written();
}

std::string read_table(DateOrder dates) {
    Table table{"[read]"};
    if (dates != DateOrder::IsoOnly) table.text("dates", dates == DateOrder::DayMonthYear ? "dmy" : "mdy");
    return table.written();
}

std::string words_table(const Scenario& scenario) {
    Table table{"[words]"};
    for (const auto& [key, text] : scenario.words)
        table.value(string_literal(key), string_literal(text));
    return table.written();
}

std::string accept_table(const Accept& accept) {
    Table table{"[[accept]]"};
    table.text("code", accept.code);
    table.text(accept.kind.empty() ? "asset" : accept.kind, accept.subject);
    table.time("from", accept.from);
    table.text("why", accept.why);
    return table.written();
}

std::string feed_table(const FeedDeclaration& feed) {
    Table table{"[[feed]]"};
    table.text("url", feed.url);
    table.text("name", feed.name);
    if (feed.area)
        table.value("area", fmt::format("[{}, {}, {}, {}]", number(feed.area->west()), number(feed.area->south()),
                                        number(feed.area->east()), number(feed.area->north())));
    std::vector<std::string> types;
    for (const AssetType type : feed.types)
        types.push_back(string_literal(name_of(type)));
    if (!types.empty()) table.value("types", fmt::format("[{}]", fmt::join(types, ", ")));
    table.text("credit", feed.credit);
    table.text("terms", feed.terms);
    return table.written();
}

} // namespace

std::string written_settings(const Scenario& scenario) {
    Table root{{}};
    root.value("theatrum", "1");
    root.text("title", scenario.title);
    root.text("subtitle", scenario.subtitle);
    root.text("credit", scenario.credit);
    std::string file = root.written() + time_table(scenario) + view_table(scenario.view) + style_table(scenario.view) +
                       read_table(scenario.dates) + words_table(scenario);
    for (const Accept& accept : scenario.accepts)
        file += accept_table(accept);
    for (const FeedDeclaration& feed : scenario.feeds)
        file += feed_table(feed);
    return file;
}

} // namespace assets
