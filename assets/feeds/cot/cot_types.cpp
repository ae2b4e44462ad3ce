#include "assets/feeds/cot/cot_types.hpp"

#include <array>

#include <fmt/format.h>

namespace assets {
namespace {

struct Function {
    char dimension;           ///< of MIL-STD-2525B: P space, A air, G ground, S surface, U subsurface, F special forces
    std::string_view letters; ///< prefix of the function code; the longest match counts
    std::string_view symbol_set, entity;          ///< MIL-STD-2525D, digits 5 and 6, and 11 to 16
    std::optional<AssetType> type = std::nullopt; ///< set where type_from_sidc() gives an unsuitable one
};

constexpr auto patrol_aircraft = AssetType::MaritimePatrolAircraft;
constexpr auto transport_aircraft = AssetType::TransportAircraft;

constexpr std::array functions{
    Function{'P', "", "05", "000000"},
    Function{'P', "S", "05", "110700"},
    Function{'P', "V", "05", "110100"},
    Function{'P', "T", "05", "111600"},
    Function{'P', "L", "05", "111900"},

    Function{'A', "", "01", "000000"},
    Function{'A', "C", "01", "120000"},
    Function{'A', "CF", "01", "120100"},
    Function{'A', "CH", "01", "120200", AssetType::Helicopter},
    Function{'A', "CL", "01", "120400"},
    Function{'A', "M", "01", "110000"},
    Function{'A', "MF", "01", "110100"},
    Function{'A', "MFA", "01", "110102"},
    Function{'A', "MFB", "01", "110103"},
    Function{'A', "MFC", "01", "110107"},
    Function{'A', "MFD", "01", "110115"},
    Function{'A', "MFF", "01", "110104"},
    Function{'A', "MFH", "01", "110120"},
    Function{'A', "MFJ", "01", "110108"},
    Function{'A', "MFK", "01", "110109"},
    Function{'A', "MFL", "01", "110114"},
    Function{'A', "MFM", "01", "110126"},
    Function{'A', "MFO", "01", "110101"},
    Function{'A', "MFP", "01", "110110"},
    Function{'A', "MFPM", "01", "110123"},
    Function{'A', "MFPN", "01", "110117", patrol_aircraft},
    Function{'A', "MFQ", "01", "110300"},
    Function{'A', "MFR", "01", "110111"},
    Function{'A', "MFRW", "01", "110116"},
    Function{'A', "MFRX", "01", "110128"},
    Function{'A', "MFRZ", "01", "110121"},
    Function{'A', "MFS", "01", "110118", patrol_aircraft},
    Function{'A', "MFT", "01", "110112"},
    Function{'A', "MFU", "01", "110113", transport_aircraft},
    Function{'A', "MFY", "01", "110119"},
    Function{'A', "MH", "01", "110200"},
    Function{'A', "MHQ", "01", "110400", AssetType::Uav},
    Function{'A', "ML", "01", "110500"},
    Function{'A', "W", "01", "130000"},
    Function{'A', "WB", "01", "130100"},
    Function{'A', "WD", "01", "130200"},
    Function{'A', "WM", "02", "110000"},

    Function{'S', "", "30", "000000"},
    Function{'S', "C", "30", "120000"},
    Function{'S', "CA", "30", "120300"},
    Function{'S', "CALA", "30", "120302"},
    Function{'S', "CALC", "30", "120308"},
    Function{'S', "CALS", "30", "120307"},
    Function{'S', "CL", "30", "120200"},
    Function{'S', "CLBB", "30", "120201"},
    Function{'S', "CLCC", "30", "120202"},
    Function{'S', "CLCV", "30", "120100"},
    Function{'S', "CLDD", "30", "120203"},
    Function{'S', "CLFF", "30", "120204"},
    Function{'S', "CLLL", "30", "120206"},
    Function{'S', "CM", "30", "120400"},
    Function{'S', "CMMA", "30", "120406"},
    Function{'S', "CMMD", "30", "120403"},
    Function{'S', "CMMH", "30", "120404"},
    Function{'S', "CMML", "30", "120401"},
    Function{'S', "CMMS", "30", "120402"},
    Function{'S', "CP", "30", "120500"},
    Function{'S', "CU", "30", "120700"},
    Function{'S', "G", "30", "121000", AssetType::Group},
    Function{'S', "GC", "30", "121005", AssetType::Group},
    Function{'S', "GG", "30", "121003", AssetType::Group},
    Function{'S', "GT", "30", "121002", AssetType::Group},
    Function{'S', "GU", "30", "121004", AssetType::Group},
    Function{'S', "N", "30", "130000"},
    Function{'S', "NF", "30", "130100"},
    Function{'S', "NI", "30", "130104"},
    Function{'S', "NM", "30", "130107"},
    Function{'S', "NR", "30", "130110"},
    Function{'S', "NS", "30", "130200"},
    Function{'S', "O", "30", "150000"},
    Function{'S', "S", "30", "120000"},
    Function{'S', "X", "30", "140000"},
    Function{'S', "XF", "30", "140200"},
    Function{'S', "XFDF", "30", "140201"},
    Function{'S', "XFDR", "30", "140203"},
    Function{'S', "XFTR", "30", "140202"},
    Function{'S', "XH", "30", "140107"},
    Function{'S', "XL", "30", "140300", AssetType::CoastGuard},
    Function{'S', "XM", "30", "140100"},
    Function{'S', "XMC", "30", "140101"},
    Function{'S', "XMF", "30", "140105"},
    Function{'S', "XMH", "30", "140113"},
    Function{'S', "XMO", "30", "140109"},
    Function{'S', "XMP", "30", "140110"},
    Function{'S', "XMR", "30", "140104"},
    Function{'S', "XMTO", "30", "140112"},
    Function{'S', "XMTU", "30", "140111"},
    Function{'S', "XR", "30", "140500", AssetType::Other}, // not a merchant, although 2525D lists it among them

    Function{'U', "", "35", "000000"},
    Function{'U', "N", "35", "110300"},
    Function{'U', "ND", "35", "110500"},
    Function{'U', "S", "35", "110100"},
    Function{'U', "SO", "35", "110200"},
    Function{'U', "SU", "35", "110400"},
    Function{'U', "W", "35", "130000"},
    Function{'U', "WD", "35", "130300"},
    Function{'U', "WM", "36", "110000"},
    Function{'U', "WMF", "36", "110300"},
    Function{'U', "WMG", "36", "110100"},
    Function{'U', "WMM", "36", "110200"},
    Function{'U', "WT", "35", "130100"},

    Function{'F', "", "10", "121800"},
    Function{'G', "", "10", "000000"},
    Function{'G', "U", "10", "000000"},
    Function{'G', "UC", "10", "120900"},
    Function{'G', "UCA", "10", "120500"},
    Function{'G', "UCAA", "10", "120400"},
    Function{'G', "UCD", "10", "130100"},
    Function{'G', "UCE", "10", "140700"},
    Function{'G', "UCF", "10", "130300"},
    Function{'G', "UCFM", "10", "130800"},
    Function{'G', "UCFO", "10", "130600"},
    Function{'G', "UCFS", "10", "130900"},
    Function{'G', "UCI", "10", "121100"},
    Function{'G', "UCM", "10", "130700"},
    Function{'G', "UCR", "10", "121300"},
    Function{'G', "UCS", "10", "141700"},
    Function{'G', "UCV", "10", "120700"},
    Function{'G', "UCVF", "10", "120800"},
    Function{'G', "UCVR", "10", "120600"},
    Function{'G', "UCVS", "10", "141800"},
    Function{'G', "UCVU", "10", "121900"},
    Function{'G', "UH", "10", "110000", AssetType::Headquarters},
    Function{'G', "US", "10", "160600"},
    Function{'G', "USA", "10", "160100"},
    Function{'G', "USM", "10", "161300"},
    Function{'G', "USS", "10", "163400"},
    Function{'G', "UST", "10", "163600"},
    Function{'G', "USX", "10", "161100"},
    Function{'G', "UU", "10", "140200"},
    Function{'G', "UUA", "10", "140100"},
    Function{'G', "UUE", "10", "140800"},
    Function{'G', "UUI", "10", "110400"},
    Function{'G', "UULM", "10", "141200"},
    Function{'G', "UULF", "10", "141900"},
    Function{'G', "UULS", "10", "142000"},
    Function{'G', "UUM", "10", "151000"},
    Function{'G', "UUS", "10", "111000"},
    Function{'G', "E", "15", "000000"},
    Function{'G', "ES", "15", "220100"},
    Function{'G', "ESE", "15", "220200"},
    Function{'G', "ESR", "15", "220300", AssetType::RadarSite},
    Function{'G', "EV", "15", "120000"},
    Function{'G', "EVA", "15", "120100"},
    Function{'G', "EVAA", "15", "120103"},
    Function{'G', "EVAT", "15", "120200"},
    Function{'G', "EVC", "15", "160000"},
    Function{'G', "EVE", "15", "130000"},
    Function{'G', "EVU", "15", "140100"},
    Function{'G', "EVUB", "15", "140500"},
    Function{'G', "EW", "15", "110000"},
    Function{'G', "EWA", "15", "110500"},
    Function{'G', "EWD", "15", "110700"},
    Function{'G', "EWG", "15", "110600"},
    Function{'G', "EWH", "15", "110900"},
    Function{'G', "EWM", "15", "111000", AssetType::MissileSite},
    Function{'G', "EWMA", "15", "111100", AssetType::MissileSite},
    Function{'G', "EWMS", "15", "111300", AssetType::MissileSite},
    Function{'G', "EWMT", "15", "111200"},
    Function{'G', "EWO", "15", "111400"},
    Function{'G', "EWR", "15", "110100"},
    Function{'G', "EWS", "15", "111500"},
    Function{'G', "EWT", "15", "111700"},
    Function{'G', "EWX", "15", "111600"},
    Function{'G', "EWZ", "15", "110300"},
    Function{'G', "I", "20", "000000", AssetType::Other}, // any building
    Function{'G', "IB", "20", "120802"},
    Function{'G', "IBA", "20", "121301", AssetType::AirBase},
    Function{'G', "IBN", "20", "121309", AssetType::NavalBase},
    Function{'G', "IE", "20", "110800", AssetType::Other},
    Function{'G', "IG", "20", "110900", AssetType::Other},
};

const Function* function_of(char dimension, std::string_view letters) {
    const Function* best = nullptr;
    for (const Function& f : functions)
        if (f.dimension == dimension && letters.starts_with(f.letters) &&
            (!best || f.letters.size() > best->letters.size()))
            best = &f;
    return best;
}

struct Affiliation {
    char letter;
    char context, identity; ///< MIL-STD-2525D, digits 3 and 4
    Side side;
};

/// Joker and faker are friends that play suspect and hostile in an exercise. A suspect counts as hostile and an assumed
/// friend as a friend, as in the frames of their symbols.
constexpr std::array affiliations{
    Affiliation{'p', '0', '0', Side::Unknown}, Affiliation{'u', '0', '1', Side::Unknown},
    Affiliation{'a', '0', '2', Side::Friend},  Affiliation{'f', '0', '3', Side::Friend},
    Affiliation{'n', '0', '4', Side::Neutral}, Affiliation{'s', '0', '5', Side::Hostile},
    Affiliation{'h', '0', '6', Side::Hostile}, Affiliation{'j', '1', '5', Side::Friend},
    Affiliation{'k', '1', '6', Side::Friend},  Affiliation{'o', '0', '1', Side::None},
    Affiliation{'x', '0', '1', Side::None},
};

enum class Use { Military, Civil, Either };

Use use_of(char dimension, std::string_view letters, char refined_by) {
    if (dimension == 'F') return Use::Military;
    if (dimension == 'A' && !letters.empty()) return letters[0] == 'C' ? Use::Civil : Use::Military;
    if (dimension == 'S' && !letters.empty()) return letters[0] == 'X' ? Use::Civil : Use::Military;
    if (dimension == 'U' && !letters.empty()) return letters[0] == 'N' ? Use::Either : Use::Military;
    if (dimension != 'G') return Use::Either;
    if (letters.starts_with("EVC") || letters.starts_with("UULC")) return Use::Civil;
    // The letters c and i are additions of Cursor on Target: civilian buildings, and resources for incidents.
    if ((letters == "I" || letters == "U") && (refined_by == 'c' || refined_by == 'i')) return Use::Civil;
    for (const std::string_view military : {"UC", "UH", "US", "UU", "EW", "EVA", "IB"})
        if (letters.starts_with(military)) return Use::Military;
    return Use::Either;
}

} // namespace

std::optional<CotMeaning> meaning_of_cot_type(std::string_view type) {
    if (type.size() < 5 || !type.starts_with("a-") || type[3] != '-') return std::nullopt;
    const char affiliation_letter = type[2], dimension = type[4];
    std::string letters;
    char refined_by = '\0';
    for (std::size_t at = 5; at + 1 < type.size() && type[at] == '-'; at += 2) {
        const bool one_letter = at + 2 == type.size() || type[at + 2] == '-';
        if (!one_letter || type[at + 1] < 'A' || type[at + 1] > 'Z') {
            refined_by = type[at + 1];
            break;
        }
        letters += type[at + 1];
    }

    CotMeaning meaning;
    char context = '0', identity = '1';
    for (const Affiliation& known : affiliations)
        if (known.letter == affiliation_letter) {
            context = known.context;
            identity = known.identity;
            meaning.side = known.side;
        }
    const Use use = use_of(dimension, letters, refined_by);
    constexpr std::string_view combatant_letters = "fahsjk";
    meaning.military = use == Use::Military ||
                       (use == Use::Either && combatant_letters.find(affiliation_letter) != std::string_view::npos);
    meaning.pleasure = dimension == 'S' && letters.starts_with("XR");
    const Function* function = function_of(dimension, letters);
    if (!function) return meaning; // a dimension without a symbol set, such as X (other)
    const bool headquarters = function->type == AssetType::Headquarters;
    meaning.sidc = fmt::format("10{}{}{}0{}00{}00000000000000", context, identity, function->symbol_set,
                               headquarters ? '2' : '0', function->entity);
    meaning.type = function->type.value_or(type_from_sidc(meaning.sidc));
    return meaning;
}

} // namespace assets
