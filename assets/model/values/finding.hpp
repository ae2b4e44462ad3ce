#pragma once

#include <string>
#include <vector>

namespace assets {

enum class Severity { Error, Warning, Note };

/// Something found while reading or checking a scenario. Printed as `theatrum: FILE:LINE: FIELD: message`.
struct Finding {
    Severity severity;
    std::string code;    ///< from the closed list in the README: unknown_id, too_fast ...
    std::string file;    ///< relative to the scenario's folder
    int line;            ///< 1 is the first line of the file (a CSV's header); 0 where there is none
    std::string field;   ///< column or key; empty where there is none
    std::string message; ///< what is wrong, and what was probably meant
    std::string subject; ///< id of the asset, zone, event or place concerned; empty where none (matched by [[accept]])
    std::string from;    ///< the row's `from` as written (matched by [[accept]]); empty where none
    bool accepted = false;
    std::string why = {}; ///< the accept's reason
};

} // namespace assets
