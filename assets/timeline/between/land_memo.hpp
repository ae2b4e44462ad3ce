#pragma once

#include "assets/model/scenario.hpp"

#include <map>
#include <mutex>

namespace assets {

/// Does the straight sea path between two neighbouring reports cross land? Asking the coast takes milliseconds, the
/// answer never changes: it is kept. Safe to ask from several threads.
class LandMemo {
public:
    /// False without an atlas. Land within max(radius_km, 10 km) of an end does not count: a harbour lies on land.
    [[nodiscard]] static bool ask(const Scenario&, const Fix& earlier, const Fix& later);
    /// The same, remembered by the later report: it has one predecessor.
    [[nodiscard]] bool crosses(const Scenario&, const Fix& earlier, const Fix& later);

private:
    struct Answer {
        const Fix* earlier;
        bool crosses;
    };
    std::mutex m_mutex;
    std::map<const Fix*, Answer> m_answers;
};

} // namespace assets
