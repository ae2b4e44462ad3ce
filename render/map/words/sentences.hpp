#pragma once

#include "render/map/scene.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

/// Helpers of the files that build sentences for the furniture.
namespace render {

/// Adds a sentence after a space; does nothing for an empty one.
void append_sentence(std::string& text, const std::string& more);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);
/// States of the drawn assets, without what is embarked in another asset.
[[nodiscard]] std::vector<const assets::State*> drawn_states(const Inputs&, const Visible&);
/// "Deliberately rounded to 0.5 degrees and delayed 48 hours."; empty for a figure that is neither.
[[nodiscard]] std::string blurred_sentence(const Inputs&);
/// The civil day at this offset from UTC.
[[nodiscard]] std::chrono::year_month_day civil_day(assets::Instant, double utc_offset_h);

} // namespace render
