# Tests of quick log.
billtrail_test(test_quicklog
  LIBS billtrail_quicklog billtrail_json billtrail_zones Boost::json
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/quicklog/test_quick_log.cpp)
