#pragma once

#include <string>
#include <string_view>

namespace assets {

/// The address that a browser may open for an address as a source gives it; empty for an address that is neither http,
/// https nor a DOI (`doi:10.N/...`, which becomes an address of doi.org). Blanks, quotation marks, brackets and other
/// characters outside RFC 3986, and parentheses, are percent-encoded, so that the address ends where it should in
/// Markdown and HTML.
[[nodiscard]] std::string web_link(std::string_view address);

} // namespace assets
