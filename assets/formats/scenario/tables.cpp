#include "assets/formats/scenario/readers.hpp"
#include "assets/model/values/web_link.hpp"
#include "assets/schema/blank.hpp"

#include <fmt/format.h>

namespace assets {
namespace {

template <class Index>
bool register_id(Fields& fields, std::map<std::string, Index, std::less<>>& ids, const std::string& id,
                 std::size_t index) {
    const auto [known, is_new] = ids.try_emplace(id, static_cast<Index>(index));
    if (!is_new && fields.ok()) fields.error("id", code::duplicate, fmt::format("{} appears twice", in_quotes(id)));
    return is_new;
}

AssetType type_of(Fields& fields) {
    const std::string sidc = fields.text("sidc");
    const bool well_formed = (sidc.size() == 20 || sidc.size() == 30) &&
                             sidc.find_first_not_of("0123456789ABCDEFabcdef") == std::string::npos;
    if (!sidc.empty() && !well_formed) fields.report_wrong_form("sidc");
    if (fields.has("type")) return fields.choice<AssetType>("type").value_or(AssetType::Other);
    if (sidc.empty()) fields.error("type", code::missing_value, "must be given unless sidc is given");
    return well_formed ? type_from_sidc(sidc) : AssetType::Other;
}

std::optional<double> speed_limit(Fields& fields, const TypeDefaults& defaults) {
    if (!fields.has("max_speed_kn")) return defaults.max_speed_kn;
    if (fields.text("max_speed_kn") == "none") return std::nullopt;
    return fields.number("max_speed_kn");
}

/// Reads `from` and `to`, which must be in order. An empty `to` and `*` mean no end.
std::pair<std::optional<TimeText>, std::optional<TimeText>> period_of(Fields& fields, double utc_offset_h) {
    const auto from = fields.time("from", utc_offset_h);
    const auto to = fields.text("to") == "*" ? std::nullopt : fields.time("to", utc_offset_h);
    if (from && to && to->last < from->first)
        fields.error(
            "to", code::intervals_backwards,
            fmt::format("{} is before the start, {}", in_quotes(fields.text("to")), in_quotes(fields.text("from"))));
    return {from, to};
}

} // namespace

void add_asset(Reading& reading, const Record& record) {
    Fields fields{reading, record};
    Asset asset = blank<Asset>();
    asset.id = fields.id("id");
    fields.set_subject(asset.id);
    asset.type = type_of(fields);
    asset.sidc = fields.text("sidc");
    const TypeDefaults& defaults = defaults_for(asset.type);
    asset.max_speed_kn = speed_limit(fields, defaults);
    asset.path = fields.choice<PathRule>("path").value_or(defaults.path);
    asset.max_gap = fields.duration("max_gap", defaults.max_gap);
    asset.stale_after = fields.duration("stale_after", defaults.stale_after);
    asset.lost_after = fields.duration("lost_after", defaults.lost_after);
    asset.rank = fields.whole_number("rank").value_or(defaults.rank);
    read_columns(asset, fields, reading.schema.assets);
    if (asset.short_name.empty()) asset.short_name = asset.name;
    asset.line = record.line();
    asset.file = record.file();
    // A faulty asset keeps its id, so that fixes with this id are not errors.
    if (!asset.id.empty() && register_id(fields, reading.asset_ids, asset.id, reading.scenario.assets.size()))
        reading.scenario.assets.push_back(std::move(asset));
}

void read_assets(Reading& reading, const InputFile& input) {
    read_table(reading, input, infos_of(reading.schema.assets),
               [&](const Record& record) { add_asset(reading, record); });
}

void read_sources(Reading& reading, const InputFile& input) {
    read_table(reading, input, infos_of(reading.schema.sources), [&](const Record& record) {
        Fields fields{reading, record};
        Source source = blank<Source>();
        source.id = fields.id("id");
        fields.set_subject(source.id);
        read_columns(source, fields, reading.schema.sources);
        source.line = record.line();
        source.file = record.file();
        if (source.title.empty() && source.url.empty())
            fields.error("title", code::missing_value, "must be given unless url is given");
        if (!source.url.empty() && web_link(source.url).empty())
            fields.warning("url", code::bad_link,
                           fmt::format("{} is neither an http nor an https address nor a doi, so it is not linked",
                                       in_quotes(source.url)));
        if (!source.id.empty() && register_id(fields, reading.source_ids, source.id, reading.scenario.sources.size()))
            reading.scenario.sources.push_back(std::move(source));
    });
}

void read_places(Reading& reading, const InputFile& input) {
    std::map<std::string, std::uint32_t, std::less<>> ids;
    for (const auto& place : reading.scenario.places)
        ids.emplace(place.id, 0);
    read_table(reading, input, infos_of(reading.schema.places), [&](const Record& record) {
        Fields fields{reading, record};
        auto place = blank<geo::Place>();
        place.id = fields.id("id");
        fields.set_subject(place.id);
        const auto position = fields.position();
        if (!fields.has("lon") && !fields.has("lat") && !fields.has("position"))
            fields.error("lon", code::missing_value, "must be given together with lat, or a position");
        read_columns(place, fields, reading.schema.places);
        if (!place.id.empty() && register_id(fields, ids, place.id, 0) && position) {
            place.position = *position;
            reading.scenario.places.push_back(std::move(place));
            reading.scenario.place_files.push_back(record.file());
            reading.scenario.place_lines.push_back(record.line());
        }
    });
}

void read_members(Reading& reading, const InputFile& input) {
    read_table(reading, input, infos_of(reading.schema.members), [&](const Record& record) {
        Fields fields{reading, record};
        (void)fields.required("group");
        (void)fields.required("asset");
        const auto group = fields.asset("group");
        const auto asset = fields.asset("asset");
        const auto [from, to] = period_of(fields, reading.scenario.utc_offset_h);
        if (group && asset && *group == *asset)
            fields.error("asset", code::circular,
                         fmt::format("{} cannot be a member of itself", in_quotes(fields.text("asset"))));
        auto membership = blank<Membership>();
        read_columns(membership, fields, reading.schema.members);
        membership.line = record.line();
        membership.file = record.file();
        if (!fields.ok() || !group || !asset) return;
        membership.group = *group;
        membership.asset = *asset;
        if (from) membership.from = from->first;
        if (to) membership.to = to->last;
        reading.scenario.members.push_back(membership);
    });
}

void read_deployments(Reading& reading, const InputFile& input) {
    read_table(reading, input, infos_of(reading.schema.deployments), [&](const Record& record) {
        Fields fields{reading, record};
        (void)fields.required("asset");
        const auto asset = fields.asset("asset");
        fields.set_subject(fields.text("asset"));
        (void)fields.required("from");
        auto deployment = blank<Deployment>();
        deployment.utc_offset_h = fields.utc_offset_h();
        const auto [from, to] = period_of(fields, deployment.utc_offset_h);
        read_columns(deployment, fields, reading.schema.deployments);
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
