#include "app/state/page_text.hpp"

#include "assets/model/values/web_link.hpp"

#include <fmt/format.h>

namespace app {

namespace {

std::string html_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

struct ToMarkdown {
    std::string operator()(const Heading& h) const {
        return std::string(static_cast<std::size_t>(h.level), '#') + " " + markdown_text(h.text) + "\n";
    }
    std::string operator()(const Paragraph& p) const { return markdown_text(p.text) + "\n"; }
    std::string operator()(const List& list) const {
        std::string text;
        int number = 0;
        for (const List::Item& item : list.items) {
            const std::string mark = list.numbered ? fmt::format("{}. ", ++number) : "- ";
            const auto link = assets::web_link(item.link);
            text += mark + markdown_text(item.text) + (link.empty() ? "" : " <" + link + ">") + "\n";
            for (const std::string& line : item.lines)
                text += std::string(mark.size(), ' ') + "- " + markdown_text(line) + "\n";
        }
        return text;
    }
    std::string operator()(const Table& table) const {
        std::string text = row(table.header) + "|";
        for (std::size_t i = 0; i < table.header.size(); ++i)
            text += " --- |";
        text += "\n";
        for (const auto& cells : table.rows)
            text += row(cells);
        return text;
    }
    [[nodiscard]] static std::string row(const std::vector<std::string>& cells) {
        std::string text = "|";
        for (const std::string& cell : cells)
            text += " " + markdown_text(cell) + " |";
        return text + "\n";
    }
};

struct ToHtml {
    std::string operator()(const Heading& h) const {
        return fmt::format("<h{0}>{1}</h{0}>\n", h.level, html_text(h.text));
    }
    std::string operator()(const Paragraph& p) const { return fmt::format("<p>{}</p>\n", html_text(p.text)); }
    std::string operator()(const List& list) const {
        const char* tag = list.numbered ? "ol" : "ul";
        std::string text = fmt::format("<{}>\n", tag);
        for (const List::Item& item : list.items) {
            const auto link = assets::web_link(item.link);
            text +=
                "<li>" + (link.empty() ? html_text(item.text)
                                       : fmt::format(R"(<a href="{}">{}</a>)", html_text(link), html_text(item.text)));
            for (const std::string& line : item.lines)
                text += "<br>" + html_text(line);
            text += "</li>\n";
        }
        return text + fmt::format("</{}>\n", tag);
    }
    std::string operator()(const Table& table) const {
        std::string text = "<table>\n" + row(table.header, "th");
        for (const auto& cells : table.rows)
            text += row(cells, "td");
        return text + "</table>\n";
    }
    [[nodiscard]] static std::string row(const std::vector<std::string>& cells, std::string_view tag) {
        std::string text = "<tr>";
        for (const std::string& cell : cells)
            text += fmt::format("<{0}>{1}</{0}>", tag, html_text(cell));
        return text + "</tr>\n";
    }
};

} // namespace

std::string markdown_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view{"*_[]`<|\\#"}.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string page_as_markdown(const std::vector<Block>& blocks) {
    std::string text;
    for (const Block& block : blocks)
        text += (text.empty() ? "" : "\n") + std::visit(ToMarkdown{}, block);
    return text;
}

std::string page_as_html(const std::vector<Block>& blocks, std::string_view language) {
    std::string title, body;
    for (const Block& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block); heading != nullptr && title.empty())
            title = heading->text;
        body += std::visit(ToHtml{}, block);
    }
    constexpr std::string_view style =
        "body{font:16px/1.45 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
        "table{border-collapse:collapse;margin:1em 0}th,td{border-bottom:1px solid #ccc;padding:.3em .8em .3em 0;"
        "text-align:left;vertical-align:top}";
    return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n"
                       "<style>{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
                       html_text(language), html_text(title), style, body);
}

} // namespace app
