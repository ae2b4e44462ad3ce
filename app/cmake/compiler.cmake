# The flags of all targets of this project, and the functions that create them: theatrum_library(), theatrum_test().

include(CheckCXXCompilerFlag)

option(THEATRUM_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(THEATRUM_SANITIZE_THREADS "ThreadSanitizer" OFF)
option(THEATRUM_COVERAGE "gcov coverage" OFF)
option(THEATRUM_PCH "Precompile the standard headers that nearly every file includes" ON)

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG") # -O3 is no faster here and takes a third longer to build

add_library(theatrum_flags INTERFACE)
target_compile_options(theatrum_flags INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 gives these warnings for correct uses of std::string and <regex> (GCC bugs 105651, 105562, 105329); its
    # point releases warn in different places.
    target_compile_options(theatrum_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds
                                                    -Wno-stringop-overflow -Wno-stringop-overread)
endif()
target_include_directories(theatrum_flags INTERFACE ${PROJECT_SOURCE_DIR})
if(THEATRUM_SANITIZE)
    target_compile_options(theatrum_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                                                    -fno-omit-frame-pointer)
    target_link_options(theatrum_flags INTERFACE -fsanitize=address,undefined)
elseif(THEATRUM_SANITIZE_THREADS)
    target_compile_options(theatrum_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(theatrum_flags INTERFACE -fsanitize=thread)
else()
    # Files and feeds may be hostile. (_FORTIFY_SOURCE needs optimisation and does not work with the sanitizers.)
    target_compile_options(theatrum_flags INTERFACE -fstack-protector-strong $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
    target_link_options(theatrum_flags INTERFACE -Wl,-z,relro,-z,now)
    foreach(flag IN ITEMS -fstack-clash-protection -fcf-protection) # the second is for x86 only
        string(MAKE_C_IDENTIFIER "THEATRUM_HAS${flag}" has_flag)
        check_cxx_compiler_flag(${flag} ${has_flag})
        if(${has_flag})
            target_compile_options(theatrum_flags INTERFACE ${flag})
        endif()
    endforeach()
endif()
if(THEATRUM_COVERAGE)
    target_compile_options(theatrum_flags INTERFACE --coverage)
    target_link_options(theatrum_flags INTERFACE --coverage)
endif()

# Presets with CMAKE_UNITY_BUILD compile the sources of a target in batches, which takes half the time. So a name in an
# unnamed namespace is unique in its target, except in sources that the target lists as ALONE.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 8)
if(CMAKE_UNITY_BUILD) # in a batch, every unnamed namespace looks as if it stood in a header
    target_compile_options(theatrum_flags INTERFACE -Wno-subobject-linkage)
endif()

# All targets share two precompiled headers: one for the program and one, with Catch2, for the tests. A target can reuse
# them only if it is compiled with the same macros, so every target has -pthread, which defines the macro _REENTRANT.
target_compile_options(theatrum_flags INTERFACE -pthread)
function(theatrum_precompile name)
    if(THEATRUM_PCH)
        file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${name}.cpp CONTENT "")
        add_library(${name} OBJECT ${PROJECT_BINARY_DIR}/${name}.cpp)
        target_link_libraries(${name} PRIVATE theatrum_flags)
        target_precompile_headers(${name} PRIVATE ${PROJECT_SOURCE_DIR}/app/cmake/standard.hpp ${ARGN})
    endif()
endfunction()
theatrum_precompile(theatrum_standard_headers)

# theatrum_library(NAME SOURCES a.cpp ... USES targets that the headers include ... NEEDS targets that only the sources
# include ... ALONE sources that no batch includes ...): the library of one folder. A folder without sources becomes an
# interface library.
function(theatrum_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES;NEEDS;ALONE" ${ARGN})
    if(ARG_SOURCES)
        set_source_files_properties(${ARG_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
        add_library(${name} STATIC ${ARG_SOURCES})
        target_link_libraries(${name} PUBLIC ${ARG_USES} PRIVATE theatrum_flags ${ARG_NEEDS})
        target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
        if(THEATRUM_PCH)
            target_precompile_headers(${name} REUSE_FROM theatrum_standard_headers)
        endif()
    else()
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE ${ARG_USES})
        target_include_directories(${name} INTERFACE ${PROJECT_SOURCE_DIR})
    endif()
endfunction()

# The code of tests takes up to twice as long to compile when it is optimised, and most tests spend their time in the
# program. (_FORTIFY_SOURCE needs optimisation.)
function(theatrum_compile_fast name)
    target_compile_options(${name} PRIVATE -O0 -U_FORTIFY_SOURCE)
endfunction()

# theatrum_test(NAME SOURCES a_test.cpp ... NEEDS targets ... [ALONE sources ...] [SPLIT] [OPTIMISED] [COST seconds]): the
# Catch2 executable of a module and its entry in ctest. With SPLIT each source whose name ends in _test.cpp is an entry,
# and the entries may run in parallel. OPTIMISED is for tests that compute much themselves; they do without the
# precompiled header. COST is the approximate time of an entry: ctest starts the longest first.
function(theatrum_test name)
    cmake_parse_arguments(ARG "SPLIT;OPTIMISED" "COST" "SOURCES;NEEDS;ALONE" ${ARGN})
    if(NOT ARG_SOURCES)
        message(FATAL_ERROR "${name} has no sources")
    endif()
    add_executable(${name} ${ARG_SOURCES})
    set_source_files_properties(${ARG_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    target_link_libraries(${name} PRIVATE theatrum_flags theatrum_test_support ${ARG_NEEDS})
    if(NOT ARG_OPTIMISED)
        theatrum_compile_fast(${name})
    endif()
    if(THEATRUM_PCH AND NOT ARG_OPTIMISED)
        target_precompile_headers(${name} REUSE_FROM theatrum_test_headers)
        target_compile_options(${name} PRIVATE -fPIC) # as in the precompiled headers; executables default to -fPIE
    endif()
    # On SIGTERM Catch2 names the test case that hangs; ctest itself would use SIGKILL.
    set(command timeout --kill-after=10 1200 $<TARGET_FILE:${name}> -w NoAssertions)
    if(ARG_SPLIT)
        set(files ${ARG_SOURCES})
        list(FILTER files INCLUDE REGEX "_test\\.cpp$")
        foreach(file IN LISTS files)
            get_filename_component(stem ${file} NAME_WE)
            set(entry "${name}.${stem}")
            add_test(NAME ${entry} COMMAND ${command} --filenames-as-tags "[#${stem}]")
            list(APPEND entries ${entry})
        endforeach()
    else()
        add_test(NAME ${name} COMMAND ${command})
        set(entries ${name})
    endif()
    # Catch2 2 passes if no test case matches, and accepts only one -w.
    set_tests_properties(${entries} PROPERTIES TIMEOUT 1260 FAIL_REGULAR_EXPRESSION "No tests ran|No test cases matched")
    if(ARG_COST)
        set_tests_properties(${entries} PROPERTIES COST ${ARG_COST})
    endif()
endfunction()
