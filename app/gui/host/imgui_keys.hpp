#pragma once

#include <algorithm>
#include <iterator>

#include <imgui.h>

/// Functions that pass keys to Dear ImGui 1.86 (Debian 12) and 1.90 (Debian 13) alike. Up to 1.86 the host numbers the
/// keys and writes their state into ImGuiIO; since 1.87 Dear ImGui numbers the keys and takes events.
namespace app {

struct KeyModifiers {
    bool control = false, shift = false, alt = false, system = false;
};

#if IMGUI_VERSION_NUM < 18700

using HostKey = int; ///< the host's own number of a key, below 512

/// Registers the host's number for a named key of Dear ImGui.
inline void name_key(ImGuiKey named, HostKey key) {
    ImGui::GetIO().KeyMap[named] = key;
}

inline void send_key(HostKey key, bool down) {
    auto& io = ImGui::GetIO();
    if (key >= 0 && key < static_cast<int>(std::size(io.KeysDown))) io.KeysDown[key] = down;
}

inline void send_modifiers(const KeyModifiers& held) {
    auto& io = ImGui::GetIO();
    io.KeyCtrl = held.control;
    io.KeyShift = held.shift;
    io.KeyAlt = held.alt;
    io.KeySuper = held.system;
}

/// Releases all keys. Call it when the window loses the keyboard.
inline void release_keys() {
    std::ranges::fill(ImGui::GetIO().KeysDown, false);
    send_modifiers({});
}

inline void set_up_keys() {}

#else

using HostKey = ImGuiKey;

inline void name_key(ImGuiKey /*named*/, HostKey /*key*/) {}

inline void send_key(HostKey key, bool down) {
    if (key != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(key, down);
}

inline void send_modifiers(const KeyModifiers& held) {
    auto& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, held.control);
    io.AddKeyEvent(ImGuiMod_Shift, held.shift);
    io.AddKeyEvent(ImGuiMod_Alt, held.alt);
    io.AddKeyEvent(ImGuiMod_Super, held.system);
}

/// Releases all keys. Call it when the window loses the keyboard.
inline void release_keys() {
    ImGui::GetIO().ClearInputKeys();
}

/// Makes all events that are sent before a frame take effect in that frame, as in 1.86.
inline void set_up_keys() {
    ImGui::GetIO().ConfigInputTrickleEventQueue = false;
}

#endif

} // namespace app
