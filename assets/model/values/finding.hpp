#pragma once

#include <string>
#include <vector>

namespace assets {

enum class Severity { Error, Warning, Note };

/// Something that reading or checking a scenario found. Printed as `theatrum: FILE:LINE: FIELD: message`.
struct Finding {
    Severity severity;
    std::string code;    ///< one of all_codes: unknown_id, too_fast ...
    std::string file;    ///< relative to the scenario's folder
    int line;            ///< 1 is the first line of the file (a CSV's header); 0 if none
    std::string field;   ///< column or key; empty if none
    std::string message; ///< what is wrong, and what was probably meant
    std::string subject; ///< id of the asset, zone, event or place concerned; [[accept]] matches it; empty if none
    std::string from;    ///< the row's `from` as written; [[accept]] matches it; empty if none
    bool accepted = false;
    std::string why = {}; ///< the reason given by the [[accept]]
};

} // namespace assets
