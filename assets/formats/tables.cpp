#include "assets/formats/readers.hpp"

#include <array>

#include <fmt/format.h>

namespace assets {
namespace {

using Name = std::string_view;

constexpr std::array asset_names{Name{"id"},           Name{"name"}, Name{"short"},   Name{"hull"},
                                 Name{"type"},         Name{"sidc"}, Name{"side"},    Name{"country"},
                                 Name{"operator"},     Name{"mmsi"}, Name{"icao"},    Name{"uid"},
                                 Name{"max_speed_kn"}, Name{"path"}, Name{"max_gap"}, Name{"stale_after"},
                                 Name{"lost_after"},   Name{"rank"}, Name{"aliases"}, Name{"note"}};
constexpr std::array source_names{Name{"id"},   Name{"title"}, Name{"publisher"}, Name{"published"},
                                  Name{"date"}, Name{"kind"},  Name{"url"}};
constexpr std::array place_names{Name{"id"},   Name{"name"},    Name{"lon"},    Name{"lat"},
                                 Name{"kind"}, Name{"country"}, Name{"aliases"}};
constexpr std::array member_names{Name{"group"}, Name{"asset"}, Name{"role"}, Name{"from"}, Name{"to"}};
constexpr std::array deployment_names{Name{"asset"},     Name{"from"},         Name{"to"},
                                      Name{"operation"}, Name{"from_error_h"}, Name{"to_error_h"},
                                      Name{"sources"},   Name{"note"},         Name{"utc_offset_h"}};

// ISO 3166-1 alpha-2, officially assigned.
constexpr std::string_view countries =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR "
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO "
    "JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR "
    "MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO "
    "RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV "
    "TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW ";

std::string country(Fields& fields) {
    std::string value = fields.text("country");
    const bool is_pair = value.size() == 2 && value[0] >= 'A' && value[0] <= 'Z' && value[1] >= 'A' && value[1] <= 'Z';
    if (!value.empty() && (!is_pair || countries.find(value + ' ') == std::string_view::npos))
        fields.error("country", code::bad_value,
                     fmt::format("{} is not a country code of ISO 3166-1 such as CA or KR", in_quotes(value)));
    return value;
}

template <class Index>
bool register_id(Reading& reading, Fields& fields, std::map<std::string, Index, std::less<>>& ids,
                 const std::string& id, std::size_t index) {
    const auto [known, is_new] = ids.try_emplace(id, static_cast<Index>(index));
    if (!is_new && fields.ok()) fields.error("id", code::duplicate, fmt::format("{} stands twice", in_quotes(id)));
    (void)reading;
    return is_new;
}

AssetType type_of(Fields& fields) {
    const std::string sidc = fields.text("sidc");
    const bool well_formed = (sidc.size() == 20 || sidc.size() == 30) &&
                             sidc.find_first_not_of("0123456789ABCDEFabcdef") == std::string::npos;
    if (!sidc.empty() && !well_formed)
        fields.error("sidc", code::bad_value,
                     fmt::format("{} is not a symbol code of 20 or 30 digits", in_quotes(sidc)));
    if (fields.has("type")) return fields.choice<AssetType>("type").value_or(AssetType::Other);
    if (sidc.empty()) fields.error("type", code::missing_value, "must be given, or sidc");
    return well_formed ? type_from_sidc(sidc) : AssetType::Other;
}

std::optional<double> speed_limit(Fields& fields, const TypeDefaults& defaults) {
    if (!fields.has("max_speed_kn")) return defaults.max_speed_kn;
    if (fields.text("max_speed_kn") == "none") return std::nullopt;
    constexpr double slowest_kn = 0.1, fastest_kn = 2000;
    return fields.number("max_speed_kn", slowest_kn, fastest_kn);
}

} // namespace

const std::span<const std::string_view> asset_columns{asset_names};

void add_asset(Reading& reading, const Record& record) {
    Fields fields{reading, record};
    Asset asset{};
    asset.id = fields.id("id");
    fields.about(asset.id);
    asset.name = fields.required("name");
    asset.short_name = fields.has("short") ? fields.text("short") : asset.name;
    asset.hull = fields.text("hull");
    asset.type = type_of(fields);
    const TypeDefaults& defaults = defaults_for(asset.type);
    asset.sidc = fields.text("sidc");
    asset.side = fields.choice<Side>("side").value_or(Side::None);
    asset.country = country(fields);
    asset.operator_name = fields.text("operator");
    asset.mmsi = fields.text("mmsi");
    if (!asset.mmsi.empty() &&
        (asset.mmsi.size() != 9 || asset.mmsi.find_first_not_of("0123456789") != std::string::npos))
        fields.error("mmsi", code::bad_value, fmt::format("{} is not a number of nine digits", in_quotes(asset.mmsi)));
    asset.icao = fields.text("icao");
    if (!asset.icao.empty() &&
        (asset.icao.size() != 6 || asset.icao.find_first_not_of("0123456789ABCDEFabcdef") != std::string::npos))
        fields.error("icao", code::bad_value,
                     fmt::format("{} is not an address of six hexadecimal digits", in_quotes(asset.icao)));
    asset.uid = fields.text("uid");
    asset.max_speed_kn = speed_limit(fields, defaults);
    asset.path = fields.choice<PathRule>("path").value_or(defaults.path);
    asset.max_gap = fields.duration("max_gap", defaults.max_gap);
    asset.stale_after = fields.duration("stale_after", defaults.stale_after);
    asset.lost_after = fields.duration("lost_after", defaults.lost_after);
    asset.rank = fields.whole_number("rank", 1, 9).value_or(defaults.rank);
    asset.aliases = fields.list("aliases");
    asset.note = fields.text("note");
    asset.line = record.line();
    asset.file = record.file();
    // A faulty asset keeps its id: reports that name it are not wrong.
    if (!asset.id.empty() && register_id(reading, fields, reading.asset_ids, asset.id, reading.scenario.assets.size()))
        reading.scenario.assets.push_back(std::move(asset));
}

void read_assets(Reading& reading, const InputFile& input) {
    constexpr std::array must_have{Name{"id"}, Name{"name"}};
    read_table(reading, input, asset_names, must_have, [&](const Record& record) { add_asset(reading, record); });
}

void read_sources(Reading& reading, const InputFile& input) {
    constexpr std::array must_have{Name{"id"}};
    read_table(reading, input, source_names, must_have, [&](const Record& record) {
        Fields fields{reading, record};
        Source source{fields.id("id"),          fields.text("title"), fields.text("publisher"),
                      fields.text("published"), fields.text("date"),  fields.text("kind"),
                      fields.text("url"),       record.line(),        record.file()};
        fields.about(source.id);
        if (source.title.empty() && source.url.empty())
            fields.error("title", code::missing_value, "must be given, or url");
        (void)fields.time("published", 0);
        (void)fields.time("date", 0);
        if (!source.id.empty() &&
            register_id(reading, fields, reading.source_ids, source.id, reading.scenario.sources.size()))
            reading.scenario.sources.push_back(std::move(source));
    });
}

void read_places(Reading& reading, const InputFile& input) {
    constexpr std::array must_have{Name{"id"}, Name{"name"}, Name{"lon"}, Name{"lat"}};
    constexpr int rank_of_own_places = 2;
    std::map<std::string, std::uint32_t, std::less<>> ids;
    for (const auto& place : reading.scenario.places)
        ids.emplace(place.id, 0);
    read_table(reading, input, place_names, must_have, [&](const Record& record) {
        Fields fields{reading, record};
        const std::string id = fields.id("id");
        fields.about(id);
        std::string name = fields.required("name");
        const auto position = fields.position();
        if (!fields.has("lon") && !fields.has("lat"))
            fields.error("lon", code::missing_value, "must be given, and lat");
        const auto kind = fields.choice<geo::PlaceKind>("kind").value_or(geo::PlaceKind::Landmark);
        std::string code = country(fields);
        if (!id.empty() && register_id(reading, fields, ids, id, 0) && position) {
            reading.scenario.places.push_back({id,
                                               std::move(name),
                                               *position,
                                               kind,
                                               std::move(code),
                                               fields.list("aliases"),
                                               {},
                                               {},
                                               {},
                                               rank_of_own_places});
            reading.scenario.place_files.push_back(record.file());
            reading.scenario.place_lines.push_back(record.line());
        }
    });
}

void read_members(Reading& reading, const InputFile& input) {
    constexpr std::array must_have{Name{"group"}, Name{"asset"}};
    read_table(reading, input, member_names, must_have, [&](const Record& record) {
        Fields fields{reading, record};
        const double offset_h = reading.scenario.utc_offset_h;
        (void)fields.required("group");
        (void)fields.required("asset");
        const auto group = fields.asset("group");
        const auto asset = fields.asset("asset");
        const auto role = fields.choice<Membership::Role>("role").value_or(Membership::Role::Member);
        const auto from = fields.time("from", offset_h);
        const auto to = fields.text("to") == "*" ? std::nullopt : fields.time("to", offset_h);
        if (from && to && to->last < from->first)
            fields.error(
                "to", code::intervals_backwards,
                fmt::format("{} is before from, {}", in_quotes(fields.text("to")), in_quotes(fields.text("from"))));
        if (group && asset && *group == *asset)
            fields.error("asset", code::circular,
                         fmt::format("{} cannot be a member of itself", in_quotes(fields.text("asset"))));
        if (!fields.ok() || !group || !asset) return;
        reading.scenario.members.push_back({*group, *asset, role, from ? std::optional{from->first} : std::nullopt,
                                            to ? std::optional{to->last} : std::nullopt, record.line()});
    });
}

void read_deployments(Reading& reading, const InputFile& input) {
    constexpr std::array must_have{Name{"asset"}, Name{"from"}};
    constexpr double most_error_h = 24 * 366;
    read_table(reading, input, deployment_names, must_have, [&](const Record& record) {
        Fields fields{reading, record};
        (void)fields.required("asset");
        const auto asset = fields.asset("asset");
        fields.about(fields.text("asset"));
        const double offset_h = fields.utc_offset_h();
        const auto from = fields.required("from").empty() ? std::nullopt : fields.time("from", offset_h);
        const auto to = fields.text("to") == "*" ? std::nullopt : fields.time("to", offset_h);
        if (from && to && to->last < from->first)
            fields.error(
                "to", code::intervals_backwards,
                fmt::format("{} is before from, {}", in_quotes(fields.text("to")), in_quotes(fields.text("from"))));
        Deployment deployment{};
        deployment.operations = fields.list("operation");
        deployment.from_error_h = fields.number("from_error_h", 0, most_error_h).value_or(0);
        deployment.to_error_h = fields.number("to_error_h", 0, most_error_h).value_or(0);
        deployment.sources = fields.sources();
        deployment.note = fields.text("note");
        deployment.line = record.line();
        deployment.file = record.file();
        if (!fields.ok() || !asset || !from) return;
        deployment.asset = *asset;
        deployment.from = from->first;
        if (to) deployment.to = to->last;
        reading.scenario.deployments.push_back(std::move(deployment));
    });
}

} // namespace assets
