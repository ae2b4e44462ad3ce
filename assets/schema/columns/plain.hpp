#pragma once

#include "assets/model/names.hpp"
#include "assets/schema/blank.hpp"
#include "assets/schema/columns/headings.hpp"
#include "assets/schema/schema.hpp"
#include "assets/schema/values.hpp"
#include "assets/schema/write_context.hpp"
#include "geo/text/country_codes.hpp"
#include "geo/text/local_names.hpp"

#include <array>
#include <type_traits>

/// Makes columns from members of a record: the member's type decides how its value is read and written.
namespace assets::columns {

template <auto Member>
struct MemberOf;
template <class C, class V, V C::*Member>
struct MemberOf<Member> {
    using Record =
        std::conditional_t<std::is_same_v<C, FixDetails>, Fix, C>; ///< members of FixDetails belong to columns of a Fix
    using Value = V;
    [[nodiscard]] static const V& default_value() {
        static const V value = blank<C>().*Member;
        return value;
    }
    [[nodiscard]] static const V& of(const Record& record) {
        if constexpr (std::is_same_v<C, FixDetails>)
            return (*record.details).*Member;
        else
            return record.*Member;
    }
    [[nodiscard]] static V& of(Record& record) {
        if constexpr (std::is_same_v<C, FixDetails>)
            return record.edit().*Member;
        else
            return record.*Member;
    }
};
template <auto Member>
using RecordOf = typename MemberOf<Member>::Record;

/// A column without `read`, because its meaning depends on other columns or on what was read before, as for ids,
/// positions and intervals. The reader of its file in assets/formats/scenario (positions.cpp, tables.cpp, zones.cpp)
/// asks for the value by the column's name.
template <class T>
[[nodiscard]] Column<T> rule(std::string_view name, Shape shape, std::string_view help,
                             std::string (*write)(const T&, WriteContext&) = nullptr) {
    return {{name, shape, help}, nullptr, write};
}

template <auto Member>
[[nodiscard]] Column<RecordOf<Member>> text(std::string_view name, std::string_view help) {
    using M = MemberOf<Member>;
    return {{name, Shape::Text, help},
            [](RecordOf<Member>& record, Cell& cell) { M::of(record) = cell.text(); },
            [](const RecordOf<Member>& record, WriteContext&) {
                return M::of(record);
            }};
}

/// A text that must have a form, such as "a number of nine digits".
template <auto Member, bool (*HasForm)(std::string_view)>
[[nodiscard]] Column<RecordOf<Member>> checked_text(std::string_view name, std::string_view help) {
    auto column = text<Member>(name, help);
    column.read = [](RecordOf<Member>& record, Cell& cell) {
        auto& value = MemberOf<Member>::of(record);
        value = cell.text();
        if (!HasForm(value)) cell.report_wrong_form({});
    };
    return column;
}

/// The end of the error about a value that is not a country code: "; did you mean 'JP'?" for "Japan". Empty when no
/// country has a similar name.
[[nodiscard]] std::string country_hint(std::string_view text);

inline constexpr std::string_view country_form = "a country code of ISO 3166-1 such as CA or KR (or UN, NATO, EU)";

/// A country code of ISO 3166-1, or UN, NATO or EU.
template <auto Member>
[[nodiscard]] Column<RecordOf<Member>> country(std::string_view help) {
    auto column = text<Member>("country", help);
    column.form = country_form;
    column.read = [](RecordOf<Member>& record, Cell& cell) {
        auto& value = MemberOf<Member>::of(record);
        value = cell.text();
        if (!geo::is_country_code(value)) cell.report_wrong_form(country_hint(value));
    };
    return column;
}

/// A number or an optional number. It is written unless it is the default value.
template <auto Member>
[[nodiscard]] Column<RecordOf<Member>> number(std::string_view name, Range range, std::string_view help) {
    using M = MemberOf<Member>;
    using Value = typename M::Value;
    constexpr bool is_whole = std::is_integral_v<Value>;
    Column<RecordOf<Member>> column{{name, is_whole ? Shape::Whole : Shape::Number, help}};
    column.range = range;
    column.read = [](RecordOf<Member>& record, Cell& cell) {
        if constexpr (is_whole) {
            if (const auto value = cell.whole_number()) M::of(record) = *value;
        } else {
            if (const auto value = cell.number()) M::of(record) = *value;
        }
    };
    column.write = [](const RecordOf<Member>& record, WriteContext&) {
        const Value& value = M::of(record);
        if constexpr (std::is_arithmetic_v<Value>)
            return number_unless(static_cast<double>(M::default_value()), static_cast<double>(value));
        else
            return value ? number_text(*value) : std::string{};
    };
    return column;
}

/// One word of an enum. It is written unless it is the default value.
template <auto Member>
[[nodiscard]] Column<RecordOf<Member>> word(std::string_view name, std::string_view help) {
    using M = MemberOf<Member>;
    using Enum = typename M::Value;
    Column<RecordOf<Member>> column{{name, Shape::Word, help}};
    column.template set_words<Enum>();
    column.default_text = name_of(M::default_value());
    column.read = [](RecordOf<Member>& record, Cell& cell) {
        if (const auto value = cell.word()) M::of(record) = static_cast<Enum>(*value);
    };
    column.write = [](const RecordOf<Member>& record, WriteContext&) {
        const Enum value = M::of(record);
        return value == M::default_value() ? std::string{} : std::string{name_of(value)};
    };
    return column;
}

/// One word of an enum, which is written even if it is the default value.
template <auto Member>
[[nodiscard]] Column<RecordOf<Member>> stated_word(std::string_view name, std::string_view help) {
    auto column = word<Member>(name, help);
    column.write = [](const RecordOf<Member>& record, WriteContext&) {
        return std::string{name_of(MemberOf<Member>::of(record))};
    };
    return column;
}

template <auto Member>
[[nodiscard]] Column<RecordOf<Member>> flag(std::string_view name, std::string_view help) {
    using M = MemberOf<Member>;
    return {{name, Shape::Flag, help},
            [](RecordOf<Member>& record, Cell& cell) { M::of(record) = cell.flag(); },
            [](const RecordOf<Member>& record, WriteContext&) {
                return std::string{M::of(record) ? "true" : ""};
            }};
}

template <auto Member>
[[nodiscard]] Column<RecordOf<Member>> list(std::string_view name, std::string_view help) {
    using M = MemberOf<Member>;
    return {{name, Shape::List, help},
            [](RecordOf<Member>& record, Cell& cell) { M::of(record) = cell.list(); },
            [](const RecordOf<Member>& record, WriteContext&) {
                return joined(M::of(record));
            }};
}

/// Reads names by language ("ko=인천", "ja=仁川"). Returns what is wrong as the end of an error ("; 'xx' is none of the
/// languages en, ko, ja, zh and fr"); empty for names that are right.
[[nodiscard]] std::string read_local_names(const std::vector<std::string>& items, geo::LocalNames&);
/// The items that read_local_names() reads, in the order of LocalNames::languages.
[[nodiscard]] std::vector<std::string> written_local_names(const geo::LocalNames&);

/// Names in other languages: `ko=인천;ja=仁川`.
template <auto Member>
[[nodiscard]] Column<RecordOf<Member>> local_names(std::string_view help) {
    using M = MemberOf<Member>;
    Column<RecordOf<Member>> column{{"names", Shape::List, help}};
    column.printed = true;
    column.form = "a list of names by language such as ko=인천;ja=仁川 (en, ko, ja, zh or fr)";
    column.read = [](RecordOf<Member>& record, Cell& cell) {
        const std::string wrong = read_local_names(cell.list(), M::of(record));
        if (!wrong.empty()) cell.report_wrong_form(wrong);
    };
    column.write = [](const RecordOf<Member>& record, WriteContext&) {
        return joined(written_local_names(M::of(record)));
    };
    return column;
}

/// A list of ids of sources.csv.
template <auto Member>
[[nodiscard]] Column<RecordOf<Member>> sources(std::string_view name, std::string_view help) {
    using M = MemberOf<Member>;
    return {{name, Shape::List, help},
            [](RecordOf<Member>& record, Cell& cell) { M::of(record) = cell.sources(); },
            [](const RecordOf<Member>& record, WriteContext& context) {
                return context.source_ids(M::of(record));
            }};
}

/// A list of ids of assets.
template <auto Member>
[[nodiscard]] Column<RecordOf<Member>> asset_list(std::string_view name, std::string_view help) {
    using M = MemberOf<Member>;
    return {{name, Shape::List, help},
            [](RecordOf<Member>& record, Cell& cell) { M::of(record) = cell.assets(); },
            [](const RecordOf<Member>& record, WriteContext& context) {
                std::vector<std::string> ids;
                for (const AssetIndex asset : M::of(record))
                    ids.push_back(context.asset_id(asset));
                return joined(ids);
            }};
}

inline constexpr std::string_view position_help =
    "both coordinates in one, instead of lon and lat: 35.28 N 139.67 E, 35°17'N 139°40'E, UTM or MGRS";

/// The names of geo::NamedFrame.
inline constexpr std::array<std::string_view, 8> frame_names{
    "japan-australia", "east-asia", "pacific", "south-china-sea", "korea", "korea-border", "taiwan", "taiwan-region"};

// Ranges that several files share.
inline constexpr Range radius_range{0.001, 20'100}, error_range{0, 24 * 366}, utc_offset_range{-14, 14};

/// Whether the text is #rrggbb, #rrggbbaa or one of zone_colours.
[[nodiscard]] bool is_zone_colour(std::string_view) noexcept;

// The columns of one file each.
[[nodiscard]] std::vector<Column<Asset>> of_assets();
[[nodiscard]] std::vector<Column<Deployment>> of_deployments();
[[nodiscard]] std::vector<Column<Fix>> of_positions();
[[nodiscard]] std::vector<Column<Event>> of_events();
[[nodiscard]] std::vector<Column<Membership>> of_members();
[[nodiscard]] std::vector<Column<Source>> of_sources();
[[nodiscard]] std::vector<Column<geo::Place>> of_places();
[[nodiscard]] std::vector<Column<Zone>> of_zones();
[[nodiscard]] std::vector<ColumnInfo> zone_outlines();
/// Adds the keys of the tables of scenario.toml except those of [[figure]].
void add_settings(Schema&);
/// Adds the keys of [[figure]] and of its tables.
void add_figures(Schema&);

} // namespace assets::columns
