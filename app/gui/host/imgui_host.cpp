#include "app/gui/host/imgui_host.hpp"

#include "app/gui/host/keys.hpp"
#include "app/gui/host/style.hpp"
#include "render/text/fonts.hpp"

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <map>
#include <stdexcept>

#include <SFML/Graphics/Shader.hpp>
#include <SFML/OpenGL.hpp>
#include <SFML/Window/Clipboard.hpp>
#include <SFML/Window/Cursor.hpp>
#include <backends/imgui_impl_opengl2.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <imgui_freetype.h>

namespace app {

namespace {

constexpr float font_px = 14.5F; ///< at scale 1

std::string to_utf8(const sf::String& text) {
    const auto bytes = text.toUtf8();
    return {bytes.begin(), bytes.end()};
}

std::string clipboard_text; ///< the text read last; Dear ImGui keeps a pointer to it

const char* read_clipboard(void* /*unused*/) {
    clipboard_text = to_utf8(sf::Clipboard::getString());
    return clipboard_text.c_str();
}

void write_clipboard(void* /*unused*/, const char* text) {
    const std::string bytes{text};
    sf::Clipboard::setString(sf::String::fromUtf8(bytes.begin(), bytes.end()));
}

sf::Cursor::Type cursor_for(ImGuiMouseCursor cursor) {
    switch (cursor) {
    case ImGuiMouseCursor_TextInput:
        return sf::Cursor::Text;
    case ImGuiMouseCursor_ResizeAll:
        return sf::Cursor::SizeAll;
    case ImGuiMouseCursor_ResizeNS:
        return sf::Cursor::SizeVertical;
    case ImGuiMouseCursor_ResizeEW:
        return sf::Cursor::SizeHorizontal;
    case ImGuiMouseCursor_ResizeNESW:
        return sf::Cursor::SizeBottomLeftTopRight;
    case ImGuiMouseCursor_ResizeNWSE:
        return sf::Cursor::SizeTopLeftBottomRight;
    case ImGuiMouseCursor_Hand:
        return sf::Cursor::Hand;
    case ImGuiMouseCursor_NotAllowed:
        return sf::Cursor::NotAllowed;
    default:
        return sf::Cursor::Arrow;
    }
}

/// Latin with Vietnamese, punctuation, arrows and shapes. add_glyphs() adds Han, kana and Hangul.
constexpr std::array<ImWchar, 15> base_ranges{0x0020, 0x024f, 0x0300, 0x036f, 0x1e00, 0x1eff, 0x2000, 0x206f,
                                              0x20a0, 0x20bf, 0x2190, 0x21ff, 0x25a0, 0x25ff, 0};

} // namespace

struct ImGuiHost::Impl {
    sf::RenderWindow& window;
    float scale;
    bool modern = true; ///< uses the OpenGL 3 backend, which needs vertex array objects; GL 2.1 has none
    bool dark = false;
    std::string cjk_text;  ///< every Chinese, Japanese and Korean character that was added
    ImVector<ImWchar> cjk; ///< their ranges; must live until the atlas is built
    std::map<int, sf::Cursor> cursors;
    ImGuiMouseCursor cursor = ImGuiMouseCursor_Arrow;

    Impl(sf::RenderWindow& w, float s) : window{w}, scale{s} {}

    void build_fonts() {
        auto& io = ImGui::GetIO();
        const auto folders = render::find_font_folders();
        io.Fonts->Clear();
        io.Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
        ImFontGlyphRangesBuilder builder;
        builder.AddText(cjk_text.c_str());
        cjk.clear();
        builder.BuildRanges(&cjk);
        const float px = std::round(font_px * scale);
        const auto add = [&](const char* face) {
            ImFontConfig config;
            config.OversampleH = config.OversampleV = 1;
            io.Fonts->AddFontFromFileTTF((folders.inter / face).c_str(), px, &config, base_ranges.data());
            if (cjk.Size <= 1) return;
            ImFontConfig merged;
            merged.MergeMode = true;
            merged.FontNo = 1; // the Korean face
            io.Fonts->AddFontFromFileTTF((folders.noto_cjk / "NotoSansCJK-Regular.ttc").c_str(), px, &merged, cjk.Data);
        };
        add("Inter-Regular.otf");
        add("Inter-SemiBold.otf");
        if (!io.Fonts->Build())
            throw std::runtime_error{"the fonts of the window cannot be read; reinstall Theatrum and fonts-noto-cjk"};
        // The texture of the former fonts is replaced.
        if (modern)
            ImGui_ImplOpenGL3_DestroyFontsTexture();
        else
            ImGui_ImplOpenGL2_DestroyFontsTexture();
        if (modern)
            ImGui_ImplOpenGL3_CreateFontsTexture();
        else
            ImGui_ImplOpenGL2_CreateFontsTexture();
    }

    void show_cursor() {
        const auto wanted = ImGui::GetMouseCursor();
        if (wanted == cursor || wanted == ImGuiMouseCursor_None) return;
        cursor = wanted;
        auto [found, made] = cursors.try_emplace(wanted);
        if (made && !found->second.loadFromSystem(cursor_for(wanted))) return;
        window.setMouseCursor(found->second);
    }
};

ImGuiHost::ImGuiHost(sf::RenderWindow& window, float scale) : m_impl{std::make_unique<Impl>(window, scale)} {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendPlatformName = "theatrum";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    set_up_window_keys();
    io.GetClipboardTextFn = read_clipboard;
    io.SetClipboardTextFn = write_clipboard;
    m_impl->modern = window.getSettings().majorVersion >= 3;
    const bool ready = m_impl->modern ? ImGui_ImplOpenGL3_Init("#version 120") : ImGui_ImplOpenGL2_Init();
    if (!ready)
        throw std::runtime_error{"the panels cannot be drawn with this OpenGL driver; try LIBGL_ALWAYS_SOFTWARE=1"};
    set_style(false, scale);
    if (m_impl->modern) ImGui_ImplOpenGL3_NewFrame(); // creates the shaders, which must exist before the font texture
    m_impl->build_fonts();
}

ImGuiHost::~ImGuiHost() {
    if (m_impl->modern)
        ImGui_ImplOpenGL3_Shutdown();
    else
        ImGui_ImplOpenGL2_Shutdown();
    ImGui::DestroyContext();
    // SFML sets the last cursor again when it closes the window, so the cursors must still exist then.
    m_impl->window.close();
}

void ImGuiHost::handle(const sf::Event& event) {
    auto& io = ImGui::GetIO();
    switch (event.type) {
    case sf::Event::MouseMoved:
        io.MousePos = {static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y)};
        break;
    case sf::Event::MouseLeft:
        io.MousePos = {-FLT_MAX, -FLT_MAX};
        break;
    case sf::Event::MouseButtonPressed:
    case sf::Event::MouseButtonReleased: {
        io.MousePos = {static_cast<float>(event.mouseButton.x), static_cast<float>(event.mouseButton.y)};
        const int button = event.mouseButton.button == sf::Mouse::Left    ? 0
                           : event.mouseButton.button == sf::Mouse::Right ? 1
                                                                          : 2;
        io.MouseDown[button] = event.type == sf::Event::MouseButtonPressed;
        break;
    }
    case sf::Event::MouseWheelScrolled:
        if (event.mouseWheelScroll.wheel == sf::Mouse::VerticalWheel)
            io.MouseWheel += event.mouseWheelScroll.delta;
        else
            io.MouseWheelH += event.mouseWheelScroll.delta;
        break;
    case sf::Event::KeyPressed:
    case sf::Event::KeyReleased:
        send_key_event(event.key, event.type == sf::Event::KeyPressed);
        break;
    case sf::Event::TextEntered:
        if (event.text.unicode >= 32 && event.text.unicode != 127) io.AddInputCharacter(event.text.unicode);
        break;
    case sf::Event::LostFocus:
        release_keys();
        std::fill(std::begin(io.MouseDown), std::end(io.MouseDown), false);
        break;
    default:
        break;
    }
}

void ImGuiHost::add_glyphs(const std::string& utf8) {
    // Only characters that Inter lacks and that are new make it necessary to build the fonts again.
    std::string added;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        // U+2E80 and above: radicals, kana, Han, Hangul, full-width forms
        if (length == 3 && (lead > 0xe2 || (lead == 0xe2 && static_cast<unsigned char>(utf8[i + 1]) >= 0xba)) &&
            lead < 0xf0) {
            const auto letter = utf8.substr(i, 3);
            if (m_impl->cjk_text.find(letter) == std::string::npos && added.find(letter) == std::string::npos)
                added += letter;
        }
        i += length;
    }
    if (added.empty()) return;
    m_impl->cjk_text += added;
    m_impl->build_fonts();
}

void ImGuiHost::set_dark(bool dark) {
    if (dark == m_impl->dark) return;
    m_impl->dark = dark;
    set_style(dark, m_impl->scale);
}

sf::Color ImGuiHost::panel_colour() const {
    const auto colour = ImGui::ColorConvertFloat4ToU32(ImGui::GetStyle().Colors[ImGuiCol_WindowBg]);
    const auto channel = [colour](int shift) {
        return static_cast<sf::Uint8>(colour >> shift & 0xFF);
    };
    return {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT)};
}

void ImGuiHost::begin_frame(std::chrono::duration<float> since_last) {
    auto& io = ImGui::GetIO();
    const auto size = m_impl->window.getSize();
    io.DisplaySize = {static_cast<float>(size.x), static_cast<float>(size.y)};
    io.DeltaTime = std::max(since_last.count(), 1e-4F);
    if (m_impl->modern)
        ImGui_ImplOpenGL3_NewFrame();
    else
        ImGui_ImplOpenGL2_NewFrame();
    ImGui::NewFrame();
}

void ImGuiHost::end_frame() {
    m_impl->show_cursor();
    ImGui::Render();
    auto& window = m_impl->window;
    window.pushGLStates();
    sf::Shader::bind(nullptr);
    if (m_impl->modern)
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    else
        ImGui_ImplOpenGL2_RenderDrawData(ImGui::GetDrawData());
    window.popGLStates();
}

bool ImGuiHost::typing() const {
    return ImGui::GetIO().WantTextInput;
}

} // namespace app
