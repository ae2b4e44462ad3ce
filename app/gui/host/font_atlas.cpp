#include "app/gui/host/font_atlas.hpp"

#include "render/text/fonts.hpp"

#include <array>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <imgui_freetype.h>
#include <imgui_internal.h>

namespace app {

namespace {

/// Latin with Vietnamese, punctuation, arrows and shapes.
constexpr std::array<ImWchar, 15> base_ranges{0x0020, 0x024f, 0x0300, 0x036f, 0x1e00, 0x1eff, 0x2000, 0x206f,
                                              0x20a0, 0x20bf, 0x2190, 0x21ff, 0x25a0, 0x25ff, 0};

struct Span {
    ImWchar first, last;
};
/// Hangul, kana, Han, their punctuation and full-width forms.
constexpr std::array cjk_spans{Span{0x1100, 0x11ff}, Span{0x2e80, 0xd7ff}, Span{0xf900, 0xfaff}, Span{0xfe30, 0xfe4f},
                               Span{0xff00, 0xffef}};
constexpr Span thai_span{0x0e00, 0x0e7f};

bool holds(Span span, ImWchar c) {
    return c >= span.first && c <= span.last;
}

bool is_base(ImWchar c) {
    for (std::size_t i = 0; i + 1 < base_ranges.size(); i += 2)
        if (holds({base_ranges[i], base_ranges[i + 1]}, c)) return true;
    return false;
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    if (!in.good() && !in.eof()) bytes.clear();
    if (bytes.empty()) throw std::runtime_error{path.string() + ": cannot be read"};
    return bytes;
}

std::shared_ptr<const FontBytes> read_fonts(const FontReader::Wish& wish) {
    auto out = std::make_shared<FontBytes>();
    try {
        const auto folders = render::find_font_folders();
        out->regular = bytes_of(folders.inter / "Inter-Regular.otf");
        out->bold = bytes_of(folders.inter / "Inter-SemiBold.otf");
        if (wish.cjk) out->cjk = bytes_of(folders.noto_cjk / "NotoSansCJK-Regular.ttc");
        if (wish.thai) out->thai = bytes_of(folders.noto / "NotoSansThai-Regular.ttf");
    } catch (const std::exception& error) { // no exception may leave a worker thread
        out->problem = error.what();
    }
    return out;
}

} // namespace

FontReader::FontReader(Signal& arrived)
    : m_job{arrived, [](Wish wish, const std::stop_token&) {
                return read_fonts(wish);
            }} {}

FontReader::Wish fonts_for(const std::set<ImWchar>& characters) {
    FontReader::Wish wish;
    for (const ImWchar c : characters) {
        wish.thai = wish.thai || holds(thai_span, c);
        for (const Span span : cjk_spans)
            wish.cjk = wish.cjk || holds(span, c);
    }
    return wish;
}

std::set<ImWchar> further_characters(const std::string& utf8) {
    std::set<ImWchar> found;
    const char* at = utf8.data();
    const char* const end = at + utf8.size();
    while (at < end) {
        if (static_cast<unsigned char>(*at) < 0x80) {
            ++at;
            continue;
        }
        unsigned c = 0;
        const int length = ImTextCharFromUtf8(&c, at, end);
        if (length <= 0) break;
        at += length;
        constexpr unsigned last_of_plane = 0xffff;
        if (c <= last_of_plane && c != IM_UNICODE_CODEPOINT_INVALID && !is_base(static_cast<ImWchar>(c)))
            found.insert(static_cast<ImWchar>(c));
    }
    return found;
}

bool build_atlas(ImFontAtlas& atlas, const FontBytes& fonts, const std::set<ImWchar>& characters, float px) {
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    ImFontGlyphRangesBuilder all, further;
    all.AddRanges(base_ranges.data());
    for (const ImWchar c : characters) {
        all.AddChar(c);
        further.AddChar(c);
    }
    ImVector<ImWchar> all_ranges, further_ranges; // must live until the atlas is built
    all.BuildRanges(&all_ranges);
    further.BuildRanges(&further_ranges);
    const auto add = [&](const std::string& bytes, const ImWchar* ranges, bool merged, int face) {
        if (bytes.empty()) return;
        ImFontConfig config;
        config.OversampleH = config.OversampleV = 1;
        config.MergeMode = merged;
        config.FontNo = face;
        config.FontDataOwnedByAtlas = false; // the atlas copies the bytes
        // Dear ImGui takes a pointer to data that it does not change.
        atlas.AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), // NOLINT
                                   static_cast<int>(bytes.size()), px, &config, ranges);
    };
    constexpr int korean_face = 1;
    for (const std::string* latin : {&fonts.regular, &fonts.bold}) {
        if (latin->empty()) return false;
        add(*latin, all_ranges.Data, false, 0);
        if (characters.empty()) continue;
        add(fonts.cjk, further_ranges.Data, true, korean_face);
        add(fonts.thai, further_ranges.Data, true, 0);
    }
    const bool built = atlas.Build();
    atlas.ClearInputData(); // the copies of the bytes
    return built;
}

} // namespace app
