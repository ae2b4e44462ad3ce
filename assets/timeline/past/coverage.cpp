#include "assets/timeline/past/coverage.hpp"

#include "assets/model/scenario.hpp"
#include "assets/timeline/deciding_fix.hpp"

#include <algorithm>
#include <vector>

namespace assets {

Coverage coverage_of(const Scenario& s, Instant t) {
    constexpr std::chrono::hours looked_back{24};
    std::vector<char> is_feed;
    for (const Source& source : s.sources)
        is_feed.push_back(source.kind == "ais" || source.kind == "cot" || source.kind == "sbs");
    const Instant since = earlier_by(t, looked_back);
    Coverage covered;
    for (const Fix& fix : s.fixes) {
        if (!fix.position || fix.is_wide() || fix.from > t || fix.to < since) continue;
        if (std::ranges::any_of(fix.sources(), [&](SourceIndex source) { return is_feed[source] != 0; }))
            covered.add(*fix.position);
    }
    return covered;
}

} // namespace assets
