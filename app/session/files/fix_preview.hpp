#pragma once

#include "app/session/files/fix_row.hpp"
#include "assets/check/check.hpp"
#include "assets/timeline/snapshot.hpp"
#include "render/map/words/words.hpp"

#include <memory>
#include <string>
#include <vector>

namespace app {

/// What a fix would change, and what is doubtful about it; nothing has been written.
struct FixPreview {
    AddFix row;          ///< as typed
    std::string refusal; ///< why the reader refuses the row; everything below is then empty
    std::string was;     ///< "Was on 20 October 2024: in the Taiwan Strait (reported, within 60 km)."
    std::string becomes; ///< "Becomes: Halifax (reported, within 15 km)."; or that another report decides
    /// Warnings of `check` that the row causes, most serious first.
    std::vector<assets::Finding> doubts;
    assets::Instant show{}; ///< when the report can be seen: see noon.hpp
    bool deployed = true;   ///< false: the asset is not deployed at `show`, so no map shows the report
    bool decides = false;   ///< the report decides what the map shows at `show`

    std::shared_ptr<const assets::Scenario> before, after; ///< without and with the fix
    std::size_t fix = 0;                                   ///< index into the fixes of `after`
};

/// Compares a scenario without and with a fix. `checked` and `after_checked` are their findings.
[[nodiscard]] FixPreview preview_of(const AddFix&, std::shared_ptr<const assets::Scenario> before,
                                    const assets::CheckResult& checked, std::shared_ptr<const assets::Scenario> after,
                                    const assets::CheckResult& after_checked, std::size_t fix, const render::Words&);

/// A sentence that says when the report can be seen, if it changes nothing at `at`; else empty.
[[nodiscard]] std::string unseen_words(const FixPreview&, assets::Instant at);

} // namespace app
