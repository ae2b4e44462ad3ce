#pragma once

#include "app/base/latest_job.hpp"

#include <memory>
#include <set>
#include <string>

#include <imgui.h>

/// The fonts of the panels. They hold the letters of European languages from the start, and further characters once a
/// text with them is typed, pasted or shown: an atlas of all Han, kana and Hangul would take seconds and much memory.
namespace app {

/// The bytes of font files; empty for a file that was not asked for.
struct FontBytes {
    std::string regular, bold, cjk, thai;
    std::string problem; ///< why a file could not be read; empty when all could
};

/// Reads the font files on a thread of its own.
class FontReader {
public:
    struct Wish {
        bool cjk = false, thai = false; ///< beside the faces of Inter
        [[nodiscard]] friend bool operator==(const Wish&, const Wish&) = default;
    };
    explicit FontReader(Signal& arrived);

    void ask(Wish wish) { m_job.ask(wish); }
    [[nodiscard]] std::shared_ptr<const FontBytes> take() {
        auto taken = m_job.take();
        return taken ? *taken : nullptr;
    }

private:
    LatestJob<Wish, std::shared_ptr<const FontBytes>> m_job;
};
/// The font files that have these characters.
[[nodiscard]] FontReader::Wish fonts_for(const std::set<ImWchar>&);

/// The characters of a text that are not in every atlas. Characters beyond U+FFFF are left out: Dear ImGui has none.
[[nodiscard]] std::set<ImWchar> further_characters(const std::string& utf8);

/// Builds the atlas: a regular and a bold font of `px` pixels with the letters of European languages and `characters`.
/// False when the bytes are not fonts.
[[nodiscard]] bool build_atlas(ImFontAtlas&, const FontBytes&, const std::set<ImWchar>& characters, float px);

} // namespace app
