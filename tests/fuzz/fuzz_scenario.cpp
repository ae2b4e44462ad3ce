#include "assets/formats/scenario/read_scenario.hpp"
#include "tests/support/files.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

/// A folder with one file of each kind, of which the fuzzer replaces one.
const support::Scratch& folder() {
    static const support::Scratch made;
    return made;
}

void write_all() {
    folder().write("scenario.toml", "theatrum = 1\ntitle = \"T\"\n[read]\nzones = [\"zones.geojson\", "
                                    "\"zones.csv\"]\n[[asset]]\nid = \"a\"\nname = \"A\"\ntype = \"frigate\"\n");
    folder().write("assets.csv", "id,name,type\nb,B,destroyer\n");
    folder().write("positions.csv", "asset,from,lon,lat\na,2024-07-31,139.7,35\n");
    folder().write("zones.csv", "id,outline\no,1 2; 3 4; 5 1\n");
    folder().write("zones.geojson",
                   R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"z"},)"
                   R"("geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]})");
}

} // namespace

// The first byte names the file that the rest replaces, or a positions file alone. For any input, reading ends, with a
// scenario or with findings that have a message.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    constexpr const char* files[] = {"scenario.toml", "assets.csv", "positions.csv",
                                     "zones.geojson", "alone.csv",  "zones.csv"};
    const unsigned which = data[0] % 6;
    const bool is_alone = which == 4;
    if (!is_alone) write_all();
    folder().write(files[which], std::string{bytes});
    const auto result = is_alone ? assets::read_positions_file(folder() / files[which], nullptr)
                                 : assets::read_scenario(folder() / ".", nullptr);
    for (const auto& finding : result.findings)
        if (finding.message.empty() || finding.code.empty()) std::abort();
    if (!result.scenario && result.findings.empty()) std::abort();
    return 0;
}
