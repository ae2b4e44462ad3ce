#pragma once

#include <algorithm>
#include <iterator>

#include <imgui.h>

/// How a host hands keys to Dear ImGui, in one spelling for 1.86 (Debian 12) and 1.90 (Debian 13). Until 1.86 the host
/// numbers the keys and writes their state into ImGuiIO; since 1.87 Dear ImGui numbers them and takes events.
namespace app {

struct KeyModifiers {
    bool control = false, shift = false, alt = false, system = false;
};

#if IMGUI_VERSION_NUM < 18700

using HostKey = int; ///< the host's own number of a key, below 512

/// Tells Dear ImGui which key of the host is its `named` one.
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

/// Forgets every key that is held: the window has lost the keyboard.
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

/// Forgets every key that is held: the window has lost the keyboard.
inline void release_keys() {
    ImGui::GetIO().ClearInputKeys();
}

/// All events that were sent before a frame take effect in that frame, as they do in 1.86.
inline void set_up_keys() {
    ImGui::GetIO().ConfigInputTrickleEventQueue = false;
}

#endif

} // namespace app
