#pragma once

#include "render/map/composer.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What the map tests share: the built-in data, read once, fixtures, and searches in a picture.
namespace support {

[[nodiscard]] std::shared_ptr<const geo::Atlas> atlas();
/// The scenario in a folder of the source tree: "assets/scenarios/canada-2024". Fails the test when it cannot be read.
[[nodiscard]] std::shared_ptr<const assets::Scenario> scenario(const std::string& folder);
[[nodiscard]] assets::Instant instant(const std::string& text);
/// One Composer for all tests, with the shipped themes, words and policies.
[[nodiscard]] const render::Composer& composer();
/// A figure on a page of this size in pixels at `dpi`, for a date or an instant.
[[nodiscard]] render::Figure page(int width_px, int height_px, double dpi, const std::string& at);
[[nodiscard]] render::Composition compose(const assets::Scenario&, const render::Figure&);

/// The first group with this tag at any depth; null when there is none. An empty id matches any.
[[nodiscard]] const render::Group* find_group(const std::vector<render::Command>&, std::string_view layer,
                                              std::string_view kind, std::string_view id);
/// Indices in Picture::commands of the top-level groups of a layer.
[[nodiscard]] std::vector<std::size_t> layer_indices(const render::Picture&, std::string_view layer);

} // namespace support
