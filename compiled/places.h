/* Places in lists that are in order, and what stands at a place in a text: called by translated sources as C is, with whole numbers as mypyc holds them (see direct.py). */

#pragma once

#ifndef PY_SSIZE_T_CLEAN
#define PY_SSIZE_T_CLEAN
#endif
#include <Python.h>

#define UNSAID 1 /* of a number of mypyc: an error */

/* A whole number of mypyc: twice its value, or where a great one lies, with the lowest bit set. */
static inline Py_ssize_t
rasad_value(size_t number)
{
    return number & 1 ? PyLong_AsSsize_t((PyObject *)(number & ~(size_t)1)) : (Py_ssize_t)number >> 1;
}

/* Whether a whole number is a small one, as nearly all are. */
static inline int
rasad_small(PyObject *one, Py_ssize_t *value)
{
#if PY_VERSION_HEX >= 0x030c0000
    if (!PyLong_Check(one) || !PyUnstable_Long_IsCompact((PyLongObject *)one))
        return 0;
    *value = PyUnstable_Long_CompactValue((PyLongObject *)one);
#else
    if (!PyLong_Check(one) || Py_SIZE(one) > 1 || Py_SIZE(one) < -1)
        return 0;
    *value = Py_SIZE(one) == 0 ? 0 : Py_SIZE(one) * (Py_ssize_t)((PyLongObject *)one)->ob_digit[0];
#endif
    return 1;
}

/* Whether an item begins before a place: a tuple whose first field says where; -1 with an error. */
static inline int
rasad_begins_before(PyObject *item, Py_ssize_t place)
{
    PyObject *start = PyTuple_Check(item) && PyTuple_GET_SIZE(item) > 0 ? PyTuple_GET_ITEM(item, 0) : NULL;
    Py_ssize_t begins;
    if (start != NULL && rasad_small(start, &begins))
        return begins < place;
    if (start == NULL || !PyLong_Check(start)) {
        PyErr_SetString(PyExc_TypeError, "no tuple that begins with a number");
        return -1;
    }
    begins = PyLong_AsSsize_t(start);
    return begins == -1 && PyErr_Occurred() ? -1 : begins < place;
}

/* The index of the first of the items, a list or tuple of tuples in order, that begins at a place or behind it; -1 with an error. */
static inline Py_ssize_t
rasad_first(PyObject *items, Py_ssize_t place)
{
    if (!PyList_Check(items) && !PyTuple_Check(items)) {
        PyErr_SetString(PyExc_TypeError, "a list or tuple is asked for");
        return -1;
    }
    Py_ssize_t from = 0, many = PySequence_Fast_GET_SIZE(items);
    while (from < many) {
        Py_ssize_t middle = from + (many - from) / 2;
        int before = rasad_begins_before(PySequence_Fast_GET_ITEM(items, middle), place);
        if (before < 0)
            return -1;
        if (before)
            from = middle + 1;
        else
            many = middle;
    }
    return from;
}

static inline size_t
rasad_first_from(PyObject *items, size_t start)
{
    Py_ssize_t place = rasad_value(start), first = place == -1 && PyErr_Occurred() ? -1 : rasad_first(items, place);
    return first < 0 ? UNSAID : (size_t)first << 1;
}

/* The items that begin in [start, stop). */
static inline PyObject *
rasad_inside(PyObject *items, size_t start, size_t stop)
{
    Py_ssize_t from = rasad_value(start), to = rasad_value(stop), first = PyErr_Occurred() ? -1 : rasad_first(items, from), last = first;
    int before = first < 0 ? -1 : 1;
    while (before > 0 && last < PySequence_Fast_GET_SIZE(items) /* mostly none begins there, or a few do */
           && (before = rasad_begins_before(PySequence_Fast_GET_ITEM(items, last), to)) > 0)
        last++;
    if (before < 0)
        return NULL;
    return first == last ? PyTuple_New(0) : PySequence_GetSlice(items, first, last);
}

/* Whether one of the items begins in [start, stop); 2 with an error. */
static inline char
rasad_any_inside(PyObject *items, size_t start, size_t stop)
{
    Py_ssize_t from = rasad_value(start), to = rasad_value(stop), first = PyErr_Occurred() ? -1 : rasad_first(items, from);
    int before = first < 0 ? -1 : first < PySequence_Fast_GET_SIZE(items) ? rasad_begins_before(PySequence_Fast_GET_ITEM(items, first), to) : 0;
    return before < 0 ? 2 : before;
}

/* one < two, of numbers or of tuples that begin with numbers at once; -1 with an error. */
static inline int
rasad_before(PyObject *one, PyObject *two)
{
    Py_ssize_t first, second;
    if (rasad_small(one, &first) && rasad_small(two, &second))
        return first < second;
    if (!PyTuple_Check(one) || !PyTuple_Check(two))
        return PyObject_RichCompareBool(one, two, Py_LT);
    Py_ssize_t fields = Py_MIN(PyTuple_GET_SIZE(one), PyTuple_GET_SIZE(two));
    for (Py_ssize_t at = 0; at < fields; at++) {
        if (!rasad_small(PyTuple_GET_ITEM(one, at), &first) || !rasad_small(PyTuple_GET_ITEM(two, at), &second))
            return PyObject_RichCompareBool(one, two, Py_LT);
        if (first != second)
            return first < second;
    }
    return PyTuple_GET_SIZE(one) < PyTuple_GET_SIZE(two);
}

/* What Python's own bisect says, of an array, say. */
static inline Py_ssize_t
rasad_bisected(PyObject *items, PyObject *one, Py_ssize_t from, int behind)
{
    PyObject *library = PyImport_ImportModule("bisect");
    PyObject *at = library == NULL ? NULL : PyObject_CallMethod(library, behind ? "bisect_right" : "bisect_left", "OOn", items, one, from);
    Py_ssize_t found = at == NULL ? -1 : PyLong_AsSsize_t(at);
    Py_XDECREF(library);
    Py_XDECREF(at);
    return found;
}

/* Where one is put into items[from:], in order: before its equals, or behind them; -1 with an error. */
static inline Py_ssize_t
rasad_place(PyObject *items, PyObject *one, Py_ssize_t from, int behind)
{
    if (from < 0 || !(PyList_Check(items) || PyTuple_Check(items)))
        return rasad_bisected(items, one, from, behind);
    Py_ssize_t many = PySequence_Fast_GET_SIZE(items);
    while (from < many) {
        Py_ssize_t middle = from + (many - from) / 2;
        PyObject *other = PySequence_Fast_GET_ITEM(items, middle);
        int less = behind ? rasad_before(one, other) : rasad_before(other, one);
        if (less < 0)
            return -1;
        if (less != behind)
            from = middle + 1;
        else
            many = middle;
    }
    return from;
}

static inline size_t
rasad_bisect_left(PyObject *items, PyObject *one)
{
    Py_ssize_t found = rasad_place(items, one, 0, 0);
    return found < 0 ? UNSAID : (size_t)found << 1;
}

static inline size_t
rasad_bisect_right(PyObject *items, PyObject *one)
{
    Py_ssize_t found = rasad_place(items, one, 0, 1);
    return found < 0 ? UNSAID : (size_t)found << 1;
}

/* The same of a whole number, which then need not be made an object. */
static inline size_t
rasad_bisect_number(PyObject *items, size_t one, int behind)
{
    Py_ssize_t sought = rasad_value(one), value = 0;
    if (sought == -1 && PyErr_Occurred())
        return UNSAID;
    Py_ssize_t from = 0, many = PyList_Check(items) || PyTuple_Check(items) ? PySequence_Fast_GET_SIZE(items) : -1;
    while (from < many && rasad_small(PySequence_Fast_GET_ITEM(items, from + (many - from) / 2), &value)) {
        Py_ssize_t middle = from + (many - from) / 2;
        if (behind ? value <= sought : value < sought)
            from = middle + 1;
        else
            many = middle;
    }
    if (from == many)
        return (size_t)from << 1;
    PyObject *number = PyLong_FromSsize_t(sought); /* great numbers, or no list */
    Py_ssize_t found = number == NULL ? -1 : rasad_place(items, number, 0, behind);
    Py_XDECREF(number);
    return found < 0 ? UNSAID : (size_t)found << 1;
}

static inline size_t
rasad_bisect_left_number(PyObject *items, size_t one)
{
    return rasad_bisect_number(items, one, 0);
}

static inline size_t
rasad_bisect_right_number(PyObject *items, size_t one)
{
    return rasad_bisect_number(items, one, 1);
}

/* Whether one of the last two spans that begin at a place or before it reaches behind it. */
static inline char
rasad_covered(PyObject *spans, size_t at)
{
    Py_ssize_t place = rasad_value(at), behind = PyErr_Occurred() ? -1 : rasad_first(spans, place + 1), stop;
    if (behind < 0)
        return 2;
    for (Py_ssize_t one = behind - 1; one >= 0 && one >= behind - 2; one--) {
        PyObject *span = PySequence_Fast_GET_ITEM(spans, one);
        if (PyTuple_GET_SIZE(span) < 2 || !rasad_small(PyTuple_GET_ITEM(span, 1), &stop)) {
            PyErr_SetString(PyExc_TypeError, "a span is a start and a stop");
            return 2;
        }
        if (place < stop)
            return 1;
    }
    return 0;
}

/* Whether a stretch of text begins (-1) or ends (1) with a string, or one of a tuple of them; 2 with an error. */
static inline char
rasad_bounded(PyObject *text, PyObject *with, size_t start, Py_ssize_t to, int where)
{
    Py_ssize_t from = rasad_value(start), found = 0, many = PyUnicode_Check(with) ? 1 : PyTuple_GET_SIZE(with);
    if ((from == -1 || to == -1) && PyErr_Occurred())
        return 2;
    for (Py_ssize_t one = 0; found == 0 && one < many; one++)
        found = PyUnicode_Tailmatch(text, PyUnicode_Check(with) ? with : PyTuple_GET_ITEM(with, one), from, to, where);
    return found < 0 ? 2 : found > 0;
}

#define rasad_starts(text, prefix, start) rasad_bounded(text, prefix, start, PY_SSIZE_T_MAX, -1)
#define rasad_ends(text, suffix, start, stop) rasad_bounded(text, suffix, start, rasad_value(stop), 1)

#include "ways.h"
