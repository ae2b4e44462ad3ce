#include "tests/gui/panels/headless.hpp"

#include "app/gui/host/imgui_keys.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

namespace panels_test {

namespace {

ImGuiID id_below(const std::string& window, const std::vector<std::string>& path, std::optional<int> pushed) {
    ImGuiID id = 0;
    for (ImGuiWindow* w : ImGui::GetCurrentContext()->Windows) { // named "Panel", or "Panel/lanes_1A2B" for a child
        const std::string name = w->Name;
        const bool child = name.find('/' + window + '_') != std::string::npos;
        const bool popup = window.rfind("##", 0) == 0 && name.rfind(window, 0) == 0;
        if (w->Active && (name == window || child || popup)) id = w->ID;
    }
    if (pushed) id = ImHashData(&*pushed, sizeof(int), id);
    for (const auto& part : path)
        id = ImHashStr(part.c_str(), 0, id);
    return id;
}

} // namespace

Headless::Headless(app::Session& session, Draw draw, float width, float height)
    : m_session{session}, m_draw{std::move(draw)}, m_context{ImGui::CreateContext()}, m_size{width, height} {
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    app::set_up_keys();
    for (const auto key : {ImGuiKey_Tab, ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow,
                           ImGuiKey_Home, ImGuiKey_End, ImGuiKey_Delete, ImGuiKey_Backspace, ImGuiKey_Space,
                           ImGuiKey_Enter, ImGuiKey_Escape, ImGuiKey_A, ImGuiKey_Z})
        app::name_key(key, key);
    unsigned char* pixels = nullptr;
    int w = 0, h = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
    ImGui::StyleColorsLight();
    frame();
}

Headless::~Headless() {
    ImGui::DestroyContext(m_context);
}

void Headless::set_look(bool dark, float scale, const std::string& font_file, const std::string& bold_file) {
    m_dark = dark;
    m_scale = scale;
    ImGuiIO& io = ImGui::GetIO();
    io.Fonts->Clear();
    for (const auto& file : {font_file, bold_file})
        io.Fonts->AddFontFromFileTTF(file.c_str(), std::round(14.5F * scale), nullptr,
                                     io.Fonts->GetGlyphRangesVietnamese());
    unsigned char* pixels = nullptr;
    int w = 0, h = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
}

void Headless::frame() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {m_own_window ? 1024 : m_size.x, m_own_window ? 640 : m_size.y};
    io.DeltaTime = 1.0F / 60;
    io.MousePos = m_mouse;
    std::copy_n(m_down, 3, io.MouseDown);
    io.MouseWheel = std::exchange(m_wheel, 0.0F);
    app::send_modifiers({.control = m_control, .shift = m_shift});
    ImGui::NewFrame();
    app::PanelContext context{m_session, m_pushed, requests, m_scale, m_dark, memory};
    if (m_own_window) {
        m_draw(context);
    } else {
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(m_size);
        ImGui::Begin("Panel", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize |
                         ImGuiWindowFlags_NoCollapse);
        m_draw(context);
        ImGui::End();
    }
    ImGui::Render();
    if (!m_at_once) return;
    for (; m_applied < m_pushed.size(); ++m_applied)
        m_pushed[m_applied].answer(apply_and_wait(m_session, m_pushed[m_applied].command));
}

void Headless::move(ImVec2 to) {
    m_mouse = to;
    frame();
}

void Headless::click(ImVec2 at, int button) {
    move(at);
    m_down[button] = true;
    frame();
    m_down[button] = false;
    frame();
    frame();
}

void Headless::double_click(ImVec2 at) {
    click(at);
    click(at);
}

void Headless::drag(ImVec2 from, ImVec2 to, int button) {
    move(from);
    m_down[button] = true;
    frame();
    for (const float part : {0.25F, 0.5F, 0.75F, 1.0F})
        move({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
    m_down[button] = false;
    frame();
}

void Headless::wheel(ImVec2 at, float notches) {
    move(at);
    m_wheel = notches;
    frame();
}

void Headless::type(const std::string& text) {
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    frame();
    frame();
}

void Headless::press(ImGuiKey key) {
    app::send_key(key, true);
    frame();
    app::send_key(key, false);
    frame();
}

std::optional<ImVec2> Headless::find_id(ImGuiID id) {
    const ImVec2 before = m_mouse, display = ImGui::GetIO().DisplaySize;
    std::optional<ImVec2> found;
    // Upwards, because touching the menu bar would close an open menu.
    for (float y = display.y - 2; y > 0 && !found; y -= 5)
        for (float x = 3; x < display.x && !found; x += 7) {
            move({x, y});
            if (ImGui::GetCurrentContext()->HoveredId == id) found = ImVec2{x + 2, y - 2};
        }
    move(before);
    return found;
}

std::optional<ImVec2> Headless::find(const std::string& window, const std::vector<std::string>& path) {
    return find_id(id_below(window, path, std::nullopt));
}

std::optional<ImVec2> Headless::find_with_int(const std::string& window, int pushed, const std::string& label) {
    return find_id(id_below(window, {label}, pushed));
}

void Headless::click_on(const std::string& window, const std::vector<std::string>& path) {
    const auto at = find(window, path);
    INFO("looking for " << path.back() << " in " << window);
    REQUIRE(at);
    click(*at);
}

std::vector<app::Command> Headless::take() {
    m_applied = 0;
    std::vector<app::Command> commands;
    for (auto& request : m_pushed)
        commands.push_back(request.command);
    m_sent = std::exchange(m_pushed, {});
    return commands;
}

render::Raster Headless::picture() const {
    const ImDrawData& data = *ImGui::GetDrawData();
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const int width = static_cast<int>(data.DisplaySize.x), height = static_cast<int>(data.DisplaySize.y);
    render::Raster out{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height) * 3, 200)};
    const auto coverage = [&](float u, float v) {
        const int x = std::clamp(static_cast<int>(u * static_cast<float>(atlas.TexWidth)), 0, atlas.TexWidth - 1);
        const int y = std::clamp(static_cast<int>(v * static_cast<float>(atlas.TexHeight)), 0, atlas.TexHeight - 1);
        return static_cast<float>(atlas.TexPixelsAlpha8[y * atlas.TexWidth + x]) / 255;
    };
    for (int l = 0; l < data.CmdListsCount; ++l) {
        const ImDrawList& list = *data.CmdLists[l];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const auto clip = command.ClipRect;
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
                const ImDrawIdx* index = &list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
                const ImDrawVert* v[3];
                for (int k = 0; k < 3; ++k)
                    v[k] = &list.VtxBuffer[static_cast<int>(command.VtxOffset + index[k])];
                const ImVec2 a = v[0]->pos, b = v[1]->pos, c = v[2]->pos;
                const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
                if (area == 0) continue;
                const auto low = [](float p, float q, float r, float edge) {
                    return static_cast<int>(std::floor(std::max(std::min({p, q, r}), edge)));
                };
                const auto high = [](float p, float q, float r, float edge) {
                    return static_cast<int>(std::ceil(std::min(std::max({p, q, r}), edge)));
                };
                const int x0 = std::max(0, low(a.x, b.x, c.x, clip.x)),
                          x1 = std::min(width, high(a.x, b.x, c.x, clip.z));
                const int y0 = std::max(0, low(a.y, b.y, c.y, clip.y)),
                          y1 = std::min(height, high(a.y, b.y, c.y, clip.w));
                for (int y = y0; y < y1; ++y)
                    for (int x = x0; x < x1; ++x) {
                        const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
                        const float wa = ((b.x - px) * (c.y - py) - (b.y - py) * (c.x - px)) / area;
                        const float wb = ((c.x - px) * (a.y - py) - (c.y - py) * (a.x - px)) / area;
                        const float wc = 1 - wa - wb;
                        if (wa < 0 || wb < 0 || wc < 0) continue;
                        const auto mix = [&](float p, float q, float r) {
                            return wa * p + wb * q + wc * r;
                        };
                        const auto channel = [&](int shift) {
                            const auto of = [&](const ImDrawVert* vert) {
                                return static_cast<float>((vert->col >> shift) & 0xFF);
                            };
                            return mix(of(v[0]), of(v[1]), of(v[2]));
                        };
                        const float alpha =
                            channel(IM_COL32_A_SHIFT) / 255 *
                            coverage(mix(v[0]->uv.x, v[1]->uv.x, v[2]->uv.x), mix(v[0]->uv.y, v[1]->uv.y, v[2]->uv.y));
                        std::uint8_t* pixel = &out.rgb[static_cast<std::size_t>(y * width + x) * 3];
                        const int shifts[]{IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT};
                        for (int k = 0; k < 3; ++k)
                            pixel[k] = static_cast<std::uint8_t>(
                                std::lround(static_cast<float>(pixel[k]) * (1 - alpha) + channel(shifts[k]) * alpha));
                    }
            }
        }
    }
    return out;
}

} // namespace panels_test
