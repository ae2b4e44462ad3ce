#include "assets/feeds/ais/identity.hpp"

namespace assets::ais {

namespace {

// The ITU's table of maritime identification digits, as ISO 3166-1 codes: ten MIDs per line, two letters each, blanks
// for an unassigned MID. Territories have their own code where ISO gives one (Faroes FO, Greenland GL); Alaska and
// Hawaii are US, Madeira and the Azores PT, the French stations in the far south TF, Ascension SH, Zanzibar TZ. 306 is
// shared by Curacao, Sint Maarten and Bonaire, and so is given to the kingdom, NL. 478 is Bosnia and Herzegovina,
// although its neighbours have numbers in the 200s.
constexpr std::string_view countries = "  ALADATPTBEBYBGVACY" // 200
                                       "CYDECYGEMDMTAM  DEDK" // 210
                                       "DK      ESESFRFRFRMT" // 220
                                       "FIFOGBGBGBGBGIGRHRGR" // 230
                                       "GRGRMAHUNLNLNLITMTMT" // 240
                                       "IEISLILUMCPTMTNONONO" // 250
                                       "  PLMEPTROSESESKSMCH" // 260
                                       "CZTRUARUMKLVEELTSIRS" // 270
                                       "                    " // 280
                                       "                    " // 290
                                       "  AI  USAGAGNLAWBSBS" // 300
                                       "BMBSBZ  BB  CA    KY" // 310
                                       "  CR  CU  DM  DO  GP" // 320
                                       "GDGLGT  HN  HT  USJM" // 330
                                       "  KN  LC  MX  MQMS  " // 340
                                       "NIPAPAPAPAPAPAPAPRSV" // 350
                                       "  PMTT  TC  USUSUSUS" // 360
                                       "PAPAPAPAPAVCVCVCVGVI" // 370
                                       "                    " // 380
                                       "                    " // 390
                                       "  AF  SA  BD    BH  " // 400
                                       "BT  CNCNCN  TWLK  IN" // 410
                                       "    IRAZ  IQ    IL  " // 420
                                       "  JPJP  TM  KZUZJO  " // 430
                                       "KRKR  PS  KP  KW    " // 440
                                       "LBKG  MO  MV  MN  NP" // 450
                                       "  OM  PK    QA  SY  " // 460
                                       "AEAETJYE  YE  HKBA  " // 470
                                       "                    " // 480
                                       "                    " // 490
                                       "  TF  AU    MM  BN  " // 500
                                       "FMPWNZ  KHKHCX  CK  " // 510
                                       "FJ    CC  ID      KI" // 520
                                       "  LA  MY    MP  MH  " // 530
                                       "NC  NU  NR  PF  PH  " // 540
                                       "TL    PG  PN  SB  AS" // 550
                                       "  WS  SGSGSGSGTH    " // 560
                                       "TO  TV  VN  VUVUWF  " // 570
                                       "                    " // 580
                                       "                    " // 590
                                       "  ZA  AO  DZ  TFSHBI" // 600
                                       "BJBWCFCM  CGKMCVTFCI" // 610
                                       "KMDJEG  ETERGAGH  GM" // 620
                                       "GWGQGNBFKETFLRLRSS  " // 630
                                       "    LY  LSMU  MG  ML" // 640
                                       "MZ      MRMWNENG  NA" // 650
                                       "RERWSDSNSCSHSOSLSTSZ" // 660
                                       "TDTGTN  TZUGCDTZZMZW" // 670
                                       "                    " // 680
                                       "                    " // 690
                                       "  AR                " // 700
                                       "BR                  " // 710
                                       "BO        CL        " // 720
                                       "CO        EC        " // 730
                                       "FK        GF        " // 740
                                       "GY        PY        " // 750
                                       "PE        SR        " // 760
                                       "UY        VE        " // 770
                                       "                    " // 780
                                       "                    " // 790
    ;
constexpr std::uint32_t first_mid = 200;
static_assert(countries.size() == 2UL * 600UL);

} // namespace

std::string_view country_of_mid(std::uint32_t mid) noexcept {
    if (mid < first_mid || mid >= first_mid + countries.size() / 2) return {};
    const auto code = countries.substr(std::size_t{mid - first_mid} * 2, 2);
    return code == "  " ? std::string_view{} : code;
}

} // namespace assets::ais
