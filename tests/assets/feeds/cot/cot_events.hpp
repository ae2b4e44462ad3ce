#pragma once

#include "tests/assets/feeds/decoding.hpp"

#include <array>

namespace feeds_test {

/// Events as ships, aircraft, people and servers send them.
inline const std::array<std::string, 6> cot_events{
    R"(<event version="2.0" uid="MMSI-316138000" type="a-f-S-C-L-F-F" how="m-g" time="2024-07-31T11:59:50Z" )"
    R"(start="2024-07-31T11:59:50Z" stale="2024-07-31T12:01:50Z"><point lat="48.4280000" lon="-123.3650000" )"
    R"(hae="-21.5" ce="12.5" le="9999999.0"/><detail><contact callsign="HMCS VANCOUVER"/><track course="271.5" )"
    R"(speed="7.716666666666667"/><remarks>Leaving Esquimalt</remarks></detail></event>)",

    "<event version='2.0' uid='ANDROID-358982072999999' type='a-f-G-U-C' how='h-e'\n"
    "  time='2024-07-31T11:59:58.123Z' start='2024-07-31T11:59:58.123Z' stale='2024-07-31T12:06:13.123Z'>\n"
    "  <point lat='35.2833' lon='139.6672' hae='9999999.0' ce='9999999.0' le='9999999.0'/>\n"
    "  <detail>\n    <takv os='29' version='4.1' device='X' platform='ATAK-CIV'/>\n"
    "    <contact callsign='\xED\x95\x9C\xEA\xB5\xAD &amp; &lt;Co&gt;' endpoint='*:-1:stcp'/>\n"
    "    <__group role='Team Member' name='Cyan'/>\n    <status battery='78'/>\n"
    "    <track course='9999999.0' speed='9999999.0'/>\n  </detail>\n</event>",

    R"(<event uid="icao-71BC21" type="a-n-A-C-F" time="2024-07-31T11:59:59Z" start="2024-07-31T11:59:59Z" )"
    R"(stale="2024-07-31T12:00:59Z" how="m-g"><point lat="37.4" lon="126.4" hae="10972.8" ce="100" le="50"/>)"
    R"(<detail><!-- </event> is not the end --><contact callsign="KAL017"/><remarks><![CDATA[a </event> b > c]]>)"
    R"(</remarks><link uid="GATEWAY-1" type="a-f-G-U-C-I" parent_callsign="Gateway" relation="p-p"/></detail></event>)",

    R"(<event version="2.0" uid="9-1-1" type="b-a-o-tbl" how="h-e" time="2024-07-31T11:59:00Z" )"
    R"(start="2024-07-31T11:59:00Z" stale="2024-07-31T12:59:00Z"><point lat="1.5" lon="103.9" hae="0" ce="5" le="5"/>)"
    R"(<detail><emergency type="911 Alert">ALPHA</emergency></detail></event>)",

    R"(<event version="2.0" uid="takPing" type="t-x-c-t" how="m-g" time="2024-07-31T11:59:59Z" )"
    R"(start="2024-07-31T11:59:59Z" stale="2024-07-31T12:00:19Z"><point lat="0.0" lon="0.0" hae="0.0" ce="9999999" )"
    R"(le="9999999"/></event>)",

    R"(<event uid="short" type="a-h-U-S" how="h-g-i-g-o" time="2024-07-31T11:00:00Z" stale="2024-07-31T12:00:00Z"/>)",
};

inline DecodeResult decode_cot(std::string_view bytes, std::size_t piece = 0) {
    return decode(*assets::make_cot_decoder(), bytes, piece);
}

/// The one message of one event; throws when there is none.
inline assets::FeedMessage cot_message(std::string_view event) {
    auto result = decode_cot(event);
    if (result.messages.size() != 1) throw std::runtime_error{"not one message: " + as_text(result)};
    return result.messages.front();
}

/// An event of a friendly frigate with these attributes and this content.
inline std::string event_with(std::string_view attributes, std::string_view inner,
                              std::string_view times = R"(time="2024-07-31T11:59:50Z")") {
    return fmt::format("<event uid=\"u\" type=\"a-f-S-C-L-F-F\" {} {}>{}</event>", times, attributes, inner);
}
inline std::string event_at(std::string_view point) {
    return event_with("", fmt::format("<point {}/>", point));
}

/// An event that must be read whatever comes before it.
inline const std::string valid_event =
    R"(<event uid="sound" type="a-f-S" time="2024-07-31T11:59:59Z"><point lat="10.5" lon="20.5"/></event>)";

} // namespace feeds_test
