#pragma once

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// What Swift cannot call because its last argument may be anything: once for each type that we give or take.

static inline CURLcode reprise_curl_set_number(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode reprise_curl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode reprise_curl_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode reprise_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

typedef size_t (*reprise_curl_taker)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode reprise_curl_set_taker(CURL *easy, CURLoption option, reprise_curl_taker taker) {
  return curl_easy_setopt(easy, option, taker);
}

static inline long reprise_curl_number(CURL *easy, CURLINFO info) {
  long value = 0;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

static inline curl_off_t reprise_curl_size(CURL *easy, CURLINFO info) {
  curl_off_t value = 0;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

// A macro that Swift cannot import, by its own name.
static const long reprise_CURL_GLOBAL_DEFAULT = CURL_GLOBAL_DEFAULT;
