#include "assets/feeds/sbs/icao_blocks.hpp"

#include <algorithm>
#include <array>

namespace assets {
namespace {

struct Block {
    std::uint32_t first, last;
    std::string_view country;
};

// In ascending order of address. Taiwan's block is in no table of the Annex, but its aircraft use it.
constexpr std::array blocks{
    // clang-format off
    Block{0x004000, 0x0043FF, "ZW"}, Block{0x006000, 0x006FFF, "MZ"}, Block{0x008000, 0x00FFFF, "ZA"},
    Block{0x010000, 0x017FFF, "EG"}, Block{0x018000, 0x01FFFF, "LY"}, Block{0x020000, 0x027FFF, "MA"},
    Block{0x028000, 0x02FFFF, "TN"}, Block{0x030000, 0x0303FF, "BW"}, Block{0x032000, 0x032FFF, "BI"},
    Block{0x034000, 0x034FFF, "CM"}, Block{0x035000, 0x0353FF, "KM"}, Block{0x036000, 0x036FFF, "CG"},
    Block{0x038000, 0x038FFF, "CI"}, Block{0x03E000, 0x03EFFF, "GA"}, Block{0x040000, 0x040FFF, "ET"},
    Block{0x042000, 0x042FFF, "GQ"}, Block{0x044000, 0x044FFF, "GH"}, Block{0x046000, 0x046FFF, "GN"},
    Block{0x04A000, 0x04A3FF, "LS"}, Block{0x04C000, 0x04CFFF, "KE"}, Block{0x050000, 0x050FFF, "LR"},
    Block{0x054000, 0x054FFF, "MG"}, Block{0x058000, 0x058FFF, "MW"}, Block{0x05A000, 0x05A3FF, "MV"},
    Block{0x05C000, 0x05CFFF, "ML"}, Block{0x05E000, 0x05E3FF, "MR"}, Block{0x060000, 0x0603FF, "MU"},
    Block{0x062000, 0x062FFF, "NE"}, Block{0x064000, 0x064FFF, "NG"}, Block{0x068000, 0x068FFF, "UG"},
    Block{0x06A000, 0x06A3FF, "QA"}, Block{0x06C000, 0x06CFFF, "CF"}, Block{0x06E000, 0x06EFFF, "RW"},
    Block{0x070000, 0x070FFF, "SN"}, Block{0x074000, 0x0743FF, "SC"}, Block{0x076000, 0x0763FF, "SL"},
    Block{0x078000, 0x078FFF, "SO"}, Block{0x07A000, 0x07A3FF, "SZ"}, Block{0x07C000, 0x07CFFF, "SD"},
    Block{0x080000, 0x080FFF, "TZ"}, Block{0x084000, 0x084FFF, "TD"}, Block{0x088000, 0x088FFF, "TG"},
    Block{0x08A000, 0x08AFFF, "ZM"}, Block{0x08C000, 0x08CFFF, "CD"}, Block{0x090000, 0x090FFF, "AO"},
    Block{0x094000, 0x0943FF, "BJ"}, Block{0x096000, 0x0963FF, "CV"}, Block{0x098000, 0x0983FF, "DJ"},
    Block{0x09A000, 0x09AFFF, "GM"}, Block{0x09C000, 0x09CFFF, "BF"}, Block{0x09E000, 0x09E3FF, "ST"},
    Block{0x0A0000, 0x0A7FFF, "DZ"}, Block{0x0A8000, 0x0A8FFF, "BS"}, Block{0x0AA000, 0x0AA3FF, "BB"},
    Block{0x0AB000, 0x0AB3FF, "BZ"}, Block{0x0AC000, 0x0ACFFF, "CO"}, Block{0x0AE000, 0x0AEFFF, "CR"},
    Block{0x0B0000, 0x0B0FFF, "CU"}, Block{0x0B2000, 0x0B2FFF, "SV"}, Block{0x0B4000, 0x0B4FFF, "GT"},
    Block{0x0B6000, 0x0B6FFF, "GY"}, Block{0x0B8000, 0x0B8FFF, "HT"}, Block{0x0BA000, 0x0BAFFF, "HN"},
    Block{0x0BC000, 0x0BC3FF, "VC"}, Block{0x0BE000, 0x0BEFFF, "JM"}, Block{0x0C0000, 0x0C0FFF, "NI"},
    Block{0x0C2000, 0x0C2FFF, "PA"}, Block{0x0C4000, 0x0C4FFF, "DO"}, Block{0x0C6000, 0x0C6FFF, "TT"},
    Block{0x0C8000, 0x0C8FFF, "SR"}, Block{0x0CA000, 0x0CA3FF, "AG"}, Block{0x0CC000, 0x0CC3FF, "GD"},
    Block{0x0D0000, 0x0D7FFF, "MX"}, Block{0x0D8000, 0x0DFFFF, "VE"}, Block{0x100000, 0x1FFFFF, "RU"},
    Block{0x201000, 0x2013FF, "NA"}, Block{0x202000, 0x2023FF, "ER"}, Block{0x300000, 0x33FFFF, "IT"},
    Block{0x340000, 0x37FFFF, "ES"}, Block{0x380000, 0x3BFFFF, "FR"}, Block{0x3C0000, 0x3FFFFF, "DE"},
    Block{0x400000, 0x43FFFF, "GB"}, Block{0x440000, 0x447FFF, "AT"}, Block{0x448000, 0x44FFFF, "BE"},
    Block{0x450000, 0x457FFF, "BG"}, Block{0x458000, 0x45FFFF, "DK"}, Block{0x460000, 0x467FFF, "FI"},
    Block{0x468000, 0x46FFFF, "GR"}, Block{0x470000, 0x477FFF, "HU"}, Block{0x478000, 0x47FFFF, "NO"},
    Block{0x480000, 0x487FFF, "NL"}, Block{0x488000, 0x48FFFF, "PL"}, Block{0x490000, 0x497FFF, "PT"},
    Block{0x498000, 0x49FFFF, "CZ"}, Block{0x4A0000, 0x4A7FFF, "RO"}, Block{0x4A8000, 0x4AFFFF, "SE"},
    Block{0x4B0000, 0x4B7FFF, "CH"}, Block{0x4B8000, 0x4BFFFF, "TR"}, Block{0x4C0000, 0x4C7FFF, "RS"},
    Block{0x4C8000, 0x4C83FF, "CY"}, Block{0x4CA000, 0x4CAFFF, "IE"}, Block{0x4CC000, 0x4CCFFF, "IS"},
    Block{0x4D0000, 0x4D03FF, "LU"}, Block{0x4D2000, 0x4D23FF, "MT"}, Block{0x4D4000, 0x4D43FF, "MC"},
    Block{0x500000, 0x5003FF, "SM"}, Block{0x501000, 0x5013FF, "AL"}, Block{0x501C00, 0x501FFF, "HR"},
    Block{0x502C00, 0x502FFF, "LV"}, Block{0x503C00, 0x503FFF, "LT"}, Block{0x504C00, 0x504FFF, "MD"},
    Block{0x505C00, 0x505FFF, "SK"}, Block{0x506C00, 0x506FFF, "SI"}, Block{0x507C00, 0x507FFF, "UZ"},
    Block{0x508000, 0x50FFFF, "UA"}, Block{0x510000, 0x5103FF, "BY"}, Block{0x511000, 0x5113FF, "EE"},
    Block{0x512000, 0x5123FF, "MK"}, Block{0x513000, 0x5133FF, "BA"}, Block{0x514000, 0x5143FF, "GE"},
    Block{0x515000, 0x5153FF, "TJ"}, Block{0x516000, 0x5163FF, "ME"}, Block{0x600000, 0x6003FF, "AM"},
    Block{0x600800, 0x600BFF, "AZ"}, Block{0x601000, 0x6013FF, "KG"}, Block{0x601800, 0x601BFF, "TM"},
    Block{0x680000, 0x6803FF, "BT"}, Block{0x681000, 0x6813FF, "FM"}, Block{0x682000, 0x6823FF, "MN"},
    Block{0x683000, 0x6833FF, "KZ"}, Block{0x684000, 0x6843FF, "PW"}, Block{0x700000, 0x700FFF, "AF"},
    Block{0x702000, 0x702FFF, "BD"}, Block{0x704000, 0x704FFF, "MM"}, Block{0x706000, 0x706FFF, "KW"},
    Block{0x708000, 0x708FFF, "LA"}, Block{0x70A000, 0x70AFFF, "NP"}, Block{0x70C000, 0x70C3FF, "OM"},
    Block{0x70E000, 0x70EFFF, "KH"}, Block{0x710000, 0x717FFF, "SA"}, Block{0x718000, 0x71FFFF, "KR"},
    Block{0x720000, 0x727FFF, "KP"}, Block{0x728000, 0x72FFFF, "IQ"}, Block{0x730000, 0x737FFF, "IR"},
    Block{0x738000, 0x73FFFF, "IL"}, Block{0x740000, 0x747FFF, "JO"}, Block{0x748000, 0x74FFFF, "LB"},
    Block{0x750000, 0x757FFF, "MY"}, Block{0x758000, 0x75FFFF, "PH"}, Block{0x760000, 0x767FFF, "PK"},
    Block{0x768000, 0x76FFFF, "SG"}, Block{0x770000, 0x777FFF, "LK"}, Block{0x778000, 0x77FFFF, "SY"},
    Block{0x780000, 0x7BFFFF, "CN"}, Block{0x7C0000, 0x7FFFFF, "AU"}, Block{0x800000, 0x83FFFF, "IN"},
    Block{0x840000, 0x87FFFF, "JP"}, Block{0x880000, 0x887FFF, "TH"}, Block{0x888000, 0x88FFFF, "VN"},
    Block{0x890000, 0x890FFF, "YE"}, Block{0x894000, 0x894FFF, "BH"}, Block{0x895000, 0x8953FF, "BN"},
    Block{0x896000, 0x896FFF, "AE"}, Block{0x897000, 0x8973FF, "SB"}, Block{0x898000, 0x898FFF, "PG"},
    Block{0x899000, 0x8993FF, "TW"}, Block{0x8A0000, 0x8A7FFF, "ID"}, Block{0x900000, 0x9003FF, "MH"},
    Block{0x901000, 0x9013FF, "CK"}, Block{0x902000, 0x9023FF, "WS"}, Block{0xA00000, 0xAFFFFF, "US"},
    Block{0xC00000, 0xC3FFFF, "CA"}, Block{0xC80000, 0xC87FFF, "NZ"}, Block{0xC88000, 0xC88FFF, "FJ"},
    Block{0xC8A000, 0xC8A3FF, "NR"}, Block{0xC8C000, 0xC8C3FF, "LC"}, Block{0xC8D000, 0xC8D3FF, "TO"},
    Block{0xC8E000, 0xC8E3FF, "KI"}, Block{0xC90000, 0xC903FF, "VU"}, Block{0xE00000, 0xE3FFFF, "AR"},
    Block{0xE40000, 0xE7FFFF, "BR"}, Block{0xE80000, 0xE80FFF, "CL"}, Block{0xE84000, 0xE84FFF, "EC"},
    Block{0xE88000, 0xE88FFF, "PY"}, Block{0xE8C000, 0xE8CFFF, "PE"}, Block{0xE90000, 0xE90FFF, "UY"},
    Block{0xE94000, 0xE94FFF, "BO"},
    // clang-format on
};

static_assert(std::is_sorted(blocks.begin(), blocks.end(),
                             [](const Block& a, const Block& b) { return a.last < b.first; }));

struct Range {
    std::uint32_t first, last;
};
constexpr std::array military{
    Range{0x3AA000, 0x3AFFFF}, // France
    Range{0x3B7000, 0x3BFFFF}, // France
    Range{0x3EA000, 0x3EBFFF}, // Germany
    Range{0x3F4000, 0x3FBFFF}, // Germany
    Range{0x43C000, 0x43CFFF}, // United Kingdom
    Range{0x480000, 0x480FFF}, // Netherlands
    Range{0x7CF800, 0x7CFAFF}, // Australia
    Range{0xADF7C8, 0xAFFFFF}, // United States
    Range{0xC20000, 0xC3FFFF}, // Canada
};

} // namespace

std::optional<std::string_view> country_of_icao(std::uint32_t address) noexcept {
    const auto block = std::lower_bound(blocks.begin(), blocks.end(), address,
                                        [](const Block& b, std::uint32_t wanted) { return b.last < wanted; });
    if (block == blocks.end() || address < block->first) return std::nullopt;
    return block->country;
}

bool is_military_icao(std::uint32_t address) noexcept {
    return std::any_of(military.begin(), military.end(),
                       [address](const Range& r) { return r.first <= address && address <= r.last; });
}

} // namespace assets
