#include "app/gui/host/keys.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace app {

namespace {

using K = sf::Keyboard;

#if IMGUI_VERSION_NUM < 18700
constexpr ImGuiKey keypad_enter = ImGuiKey_KeyPadEnter;
#else
constexpr ImGuiKey keypad_enter = ImGuiKey_KeypadEnter;
#endif

/// The keys that Dear ImGui itself handles.
constexpr std::array<std::pair<ImGuiKey, K::Key>, 22> editing{{
    {ImGuiKey_Tab, K::Tab},
    {ImGuiKey_LeftArrow, K::Left},
    {ImGuiKey_RightArrow, K::Right},
    {ImGuiKey_UpArrow, K::Up},
    {ImGuiKey_DownArrow, K::Down},
    {ImGuiKey_PageUp, K::PageUp},
    {ImGuiKey_PageDown, K::PageDown},
    {ImGuiKey_Home, K::Home},
    {ImGuiKey_End, K::End},
    {ImGuiKey_Insert, K::Insert},
    {ImGuiKey_Delete, K::Delete},
    {ImGuiKey_Backspace, K::Backspace},
    {ImGuiKey_Space, K::Space},
    {ImGuiKey_Enter, K::Enter},
    {ImGuiKey_Escape, K::Escape},
    {keypad_enter, K::Enter}, // SFML has one key for both
    {ImGuiKey_A, K::A},
    {ImGuiKey_C, K::C},
    {ImGuiKey_V, K::V},
    {ImGuiKey_X, K::X},
    {ImGuiKey_Y, K::Y},
    {ImGuiKey_Z, K::Z},
}};

#if IMGUI_VERSION_NUM < 18700

HostKey host_key(K::Key key) {
    return key;
}

#else

struct Range {
    K::Key first, last;
    ImGuiKey named; ///< the key for `first`; the others follow in the same order
};

constexpr std::array ranges{
    Range{K::A, K::Z, ImGuiKey_A},
    Range{K::Num0, K::Num9, ImGuiKey_0},
    Range{K::F1, K::F12, ImGuiKey_F1},
    Range{K::Numpad0, K::Numpad9, ImGuiKey_Keypad0},
    Range{K::Comma, K::Comma, ImGuiKey_Comma},
    Range{K::Period, K::Period, ImGuiKey_Period},
    Range{K::Equal, K::Equal, ImGuiKey_Equal},
    Range{K::Hyphen, K::Hyphen, ImGuiKey_Minus},
    Range{K::Add, K::Add, ImGuiKey_KeypadAdd},
    Range{K::Subtract, K::Subtract, ImGuiKey_KeypadSubtract},
};

/// ImGuiKey_None for a key that the program does not use.
HostKey host_key(K::Key key) {
    const auto* const found = std::ranges::find(editing, key, &std::pair<ImGuiKey, K::Key>::second);
    if (found != editing.end()) return found->first;
    for (const auto& range : ranges)
        if (key >= range.first && key <= range.last) return static_cast<ImGuiKey>(range.named + (key - range.first));
    return ImGuiKey_None;
}

#endif

} // namespace

void set_up_window_keys() {
    set_up_keys();
    for (const auto& [named, key] : editing)
        name_key(named, host_key(key));
}

void send_key_event(const sf::Event::KeyEvent& key, bool down) {
    // X11 reports the modifiers as they were before the event, so the effect of a modifier key itself is added here.
    const auto held = [&](bool before, K::Key left, K::Key right) {
        return key.code == left || key.code == right ? down : before;
    };
    send_modifiers({.control = held(key.control, K::LControl, K::RControl),
                    .shift = held(key.shift, K::LShift, K::RShift),
                    .alt = held(key.alt, K::LAlt, K::RAlt),
                    .system = held(key.system, K::LSystem, K::RSystem)});
    send_key(host_key(key.code), down);
}

bool key_pressed(sf::Keyboard::Key key, bool repeat) {
    return ImGui::IsKeyPressed(host_key(key), repeat);
}

} // namespace app
