#pragma once

#include "app/base/data_folders.hpp"
#include "render/map/words/words.hpp"

/// The shipped English words.
inline const render::Words& english() {
    static const auto words = render::Words::read(app::DataFolders::find().style().words / "en.toml");
    return words;
}
