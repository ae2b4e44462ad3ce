#pragma once

/// Catch2 2 (Debian 12) or 3 (Debian 13), with one spelling for the tests.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
