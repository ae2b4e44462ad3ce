#pragma once

#include "render/map/composer.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What the tests of maps share: the built-in data read once, fixtures, and questions to a picture.
namespace support {

[[nodiscard]] std::shared_ptr<const geo::Atlas> atlas();
/// A folder under the source tree: "assets/scenarios/canada-2024". Fails the test when it cannot be read.
[[nodiscard]] std::shared_ptr<const assets::Scenario> scenario(const std::string& folder);
[[nodiscard]] assets::Instant instant(const std::string& text);
/// With the themes, words and policies that are shipped; one for all tests.
[[nodiscard]] const render::Composer& composer();
/// A page in pixels at a resolution, at noon of a date.
[[nodiscard]] render::Figure page(int width_px, int height_px, double dpi, const std::string& at);
[[nodiscard]] render::Composition compose(const assets::Scenario&, const render::Figure&);

/// The first group with this tag, anywhere; null when there is none. An empty id matches any.
[[nodiscard]] const render::Group* find_group(const std::vector<render::Command>&, std::string_view layer,
                                              std::string_view kind, std::string_view id);
/// Places of the top-level groups of a layer in the picture's list.
[[nodiscard]] std::vector<std::size_t> layer_places(const render::Picture&, std::string_view layer);

} // namespace support
