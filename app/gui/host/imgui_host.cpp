#include "app/gui/host/imgui_host.hpp"

#include "app/gui/host/font_atlas.hpp"
#include "app/gui/host/keys.hpp"
#include "app/gui/host/style.hpp"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>
#include <thread>

#include <SFML/Graphics/Shader.hpp>
#include <SFML/OpenGL.hpp>
#include <SFML/Window/Clipboard.hpp>
#include <SFML/Window/Cursor.hpp>
#include <backends/imgui_impl_opengl2.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace app {

namespace {

constexpr float font_px = 14.5F; ///< at scale 1

std::string to_utf8(const sf::String& text) {
    const auto bytes = text.toUtf8();
    return {bytes.begin(), bytes.end()};
}

std::string clipboard_text; ///< the text read last; Dear ImGui keeps a pointer to it

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

} // namespace

struct ImGuiHost::Impl {
    sf::RenderWindow& window;
    float scale;
    bool modern = true; ///< uses the OpenGL 3 backend, which needs vertex array objects; GL 2.1 has none
    bool dark = false;
    FontReader reader;
    std::shared_ptr<const FontBytes> fonts; ///< the files that were read last; null before the first
    FontReader::Wish wish;                  ///< the newest request to the reader
    std::set<ImWchar> characters;           ///< beyond those of every atlas
    bool characters_changed = false;
    std::map<int, sf::Cursor> cursors;
    ImGuiMouseCursor cursor = ImGuiMouseCursor_Arrow;

    Impl(sf::RenderWindow& w, float s, Signal& signal) : window{w}, scale{s}, reader{signal} { reader.ask(wish); }

    void need(const std::set<ImWchar>& wanted) {
        constexpr std::size_t most = 8'000; // more would make the texture of the fonts too large
        for (const ImWchar c : wanted)
            if (characters.size() < most && characters.insert(c).second) characters_changed = true;
    }

    void build_fonts() {
        characters_changed = false;
        if (!fonts->problem.empty() ||
            !build_atlas(*ImGui::GetIO().Fonts, *fonts, characters, std::round(font_px * scale)))
            throw std::runtime_error{"the fonts of the window cannot be read; reinstall Theatrum, fonts-noto-cjk and "
                                     "fonts-noto-core. " +
                                     fonts->problem};
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

    /// Builds the fonts anew when they lack characters and the files for them have been read. True when it did.
    bool update_fonts() {
        auto read = reader.take();
        const bool arrived = read != nullptr;
        if (arrived) fonts = std::move(read);
        if (!characters_changed && !arrived) return false;
        const auto wanted = fonts_for(characters);
        if (wanted != wish) {
            wish = wanted;
            reader.ask(wish);
        }
        const bool is_complete = fonts && (!wanted.cjk || !fonts->cjk.empty() || !fonts->problem.empty()) &&
                                 (!wanted.thai || !fonts->thai.empty() || !fonts->problem.empty());
        if (!is_complete) return false;
        build_fonts();
        return true;
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

namespace {

/// `host`: the ImGuiHost::Impl, which takes note of the characters that may be pasted.
template <class Impl>
const char* read_clipboard(void* host) {
    clipboard_text = to_utf8(sf::Clipboard::getString());
    static_cast<Impl*>(host)->need(further_characters(clipboard_text));
    return clipboard_text.c_str();
}

} // namespace

ImGuiHost::ImGuiHost(sf::RenderWindow& window, float scale, Signal& signal)
    : m_impl{std::make_unique<Impl>(window, scale, signal)} {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendPlatformName = "theatrum";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.KeyRepeatDelay = 0.5F; // seconds; a slow press of Tab must not skip a field
    set_up_window_keys();
    io.ClipboardUserData = m_impl.get();
    io.GetClipboardTextFn = read_clipboard<Impl>;
    io.SetClipboardTextFn = write_clipboard;
    m_impl->modern = window.getSettings().majorVersion >= 3;
    const bool ready = m_impl->modern ? ImGui_ImplOpenGL3_Init("#version 120") : ImGui_ImplOpenGL2_Init();
    if (!ready)
        throw std::runtime_error{"the panels cannot be drawn with this OpenGL driver; try LIBGL_ALWAYS_SOFTWARE=1"};
    set_style(false, scale);
    if (m_impl->modern) ImGui_ImplOpenGL3_NewFrame(); // creates the shaders, which must exist before the font texture
    // There is nothing on the screen yet, so waiting is fine.
    while (!m_impl->update_fonts())
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
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
        if (event.text.unicode >= 32 && event.text.unicode != 127) {
            const sf::String typed{event.text.unicode};
            m_impl->need(further_characters(to_utf8(typed)));
            io.AddInputCharacter(event.text.unicode);
        }
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
    m_impl->need(further_characters(utf8));
}

bool ImGuiHost::update_fonts() {
    return m_impl->update_fonts();
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
