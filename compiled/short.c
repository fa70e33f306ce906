/* What translated sources ask most often of Python's library, by a shorter way: named tuples made, places found in lists that are in
   order, results kept. Each says what Python's own does; tests compare the two. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *
filled(PyObject *kind, PyObject *const *fields, Py_ssize_t many)
{
    if (!PyType_Check(kind) || !PyType_HasFeature((PyTypeObject *)kind, Py_TPFLAGS_TUPLE_SUBCLASS)) {
        PyErr_SetString(PyExc_TypeError, "no kind of tuple");
        return NULL;
    }
    PyObject *one = ((PyTypeObject *)kind)->tp_alloc((PyTypeObject *)kind, many);
    if (one == NULL)
        return NULL;
    for (Py_ssize_t at = 0; at < many; at++)
        PyTuple_SET_ITEM(one, at, Py_NewRef(fields[at]));
    return one;
}

/* made(Kind, (a, b, …)): as tuple.__new__. */
static PyObject *
made(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 2 || !PyTuple_CheckExact(args[1])) {
        PyErr_SetString(PyExc_TypeError, "made() takes a kind of tuple and a tuple");
        return NULL;
    }
    return filled(args[0], ((PyTupleObject *)args[1])->ob_item, PyTuple_GET_SIZE(args[1]));
}

/* maker(Kind)(a, b, …): as Kind(a, b, …), whose own __new__ is interpreted; all fields have to be given. */
static PyMethodDef making = {"made", (PyCFunction)(void (*)(void))filled, METH_FASTCALL, NULL};

static PyObject *
maker(PyObject *module, PyObject *kind)
{
    return PyCFunction_New(&making, kind);
}

/* one < two, of numbers or of tuples that begin with numbers at once; -1 with an error. */
static int
before(PyObject *one, PyObject *two)
{
    if (PyTuple_Check(one) && PyTuple_Check(two)) {
        Py_ssize_t fields = Py_MIN(PyTuple_GET_SIZE(one), PyTuple_GET_SIZE(two));
        for (Py_ssize_t at = 0; at < fields; at++) {
            PyObject *left = PyTuple_GET_ITEM(one, at), *right = PyTuple_GET_ITEM(two, at);
            if (!PyLong_CheckExact(left) || !PyLong_CheckExact(right))
                return PyObject_RichCompareBool(one, two, Py_LT);
            int overflows = 0;
            long first = PyLong_AsLongAndOverflow(left, &overflows), second = overflows ? 0 : PyLong_AsLongAndOverflow(right, &overflows);
            if (overflows)
                return PyObject_RichCompareBool(one, two, Py_LT);
            if (first != second)
                return first < second;
        }
        return PyTuple_GET_SIZE(one) < PyTuple_GET_SIZE(two);
    }
    if (PyLong_CheckExact(one) && PyLong_CheckExact(two)) {
        int overflows = 0;
        long first = PyLong_AsLongAndOverflow(one, &overflows), second = overflows ? 0 : PyLong_AsLongAndOverflow(two, &overflows);
        if (!overflows)
            return first < second;
    }
    return PyObject_RichCompareBool(one, two, Py_LT);
}

/* Where one is put into items[from:], a list or tuple in order: before its equals, or behind them; -1 with an error. */
static Py_ssize_t
place(PyObject *items, PyObject *one, Py_ssize_t from, int behind)
{
    Py_ssize_t many = PySequence_Fast_GET_SIZE(items);
    while (from < many) {
        Py_ssize_t middle = from + (many - from) / 2;
        PyObject *other = PySequence_Fast_GET_ITEM(items, middle);
        int less = behind ? before(one, other) : before(other, one);
        if (less < 0)
            return -1;
        if (less != behind)
            from = middle + 1;
        else
            many = middle;
    }
    return from;
}

static PyObject *
bisected(PyObject *const *args, Py_ssize_t given, int behind)
{
    if (given < 2 || given > 3 || !(PyList_Check(args[0]) || PyTuple_Check(args[0]))) { /* an array, say: Python's own knows those */
        PyObject *library = PyImport_ImportModule("bisect");
        PyObject *own = library == NULL ? NULL : PyObject_GetAttrString(library, behind ? "bisect_right" : "bisect_left");
        PyObject *at = own == NULL ? NULL : PyObject_Vectorcall(own, args, given, NULL);
        Py_XDECREF(library);
        Py_XDECREF(own);
        return at;
    }
    Py_ssize_t from = given == 3 ? PyLong_AsSsize_t(args[2]) : 0;
    if (from < 0) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "lo must be non-negative");
        return NULL;
    }
    Py_ssize_t at = place(args[0], args[1], from, behind);
    return at < 0 ? NULL : PyLong_FromSsize_t(at);
}

static PyObject *
bisect_left(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    return bisected(args, given, 0);
}

static PyObject *
bisect_right(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    return bisected(args, given, 1);
}

/* Whether an item begins before a place: a tuple whose first field says where; -1 with an error. */
static int
starts_before(PyObject *item, long place)
{
    PyObject *start = PyTuple_Check(item) && PyTuple_GET_SIZE(item) > 0 ? PyTuple_GET_ITEM(item, 0) : NULL;
    if (start == NULL || !PyLong_Check(start)) {
        PyErr_SetString(PyExc_TypeError, "no tuple that begins with a number");
        return -1;
    }
    long begins = PyLong_AsLong(start);
    return begins == -1 && PyErr_Occurred() ? -1 : begins < place;
}

/* Where the items, a list or tuple of tuples in order of their starts, begin and end that start in [start, stop); at most so many of
   them are counted. 0 with an error. */
static int
span(PyObject *const *args, Py_ssize_t given, Py_ssize_t most, Py_ssize_t *first, Py_ssize_t *last)
{
    if (given != 3 || !(PyList_Check(args[0]) || PyTuple_Check(args[0])) || !PyLong_Check(args[1]) || !PyLong_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "a list or tuple, a start and a stop are asked for");
        return 0;
    }
    PyObject **items = PySequence_Fast_ITEMS(args[0]);
    Py_ssize_t from = 0, many = PySequence_Fast_GET_SIZE(args[0]), all = many;
    long start = PyLong_AsLong(args[1]), stop = PyLong_AsLong(args[2]);
    if (PyErr_Occurred())
        return 0;
    int less = 0;
    while (from < many && less >= 0) {
        Py_ssize_t middle = from + (many - from) / 2;
        less = starts_before(items[middle], start);
        if (less > 0)
            from = middle + 1;
        else
            many = middle;
    }
    *first = *last = from;
    while (less >= 0 && *last < all && *last - from < most && (less = starts_before(items[*last], stop)) > 0) /* mostly none, or a few */
        ++*last;
    return less >= 0;
}

static PyObject *
inside(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    Py_ssize_t first, last;
    if (!span(args, given, PY_SSIZE_T_MAX, &first, &last))
        return NULL;
    return first == last ? PyTuple_New(0) : PySequence_GetSlice(args[0], first, last);
}

static PyObject *
any_inside(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    Py_ssize_t first, last;
    return span(args, given, 1, &first, &last) ? PyBool_FromLong(first < last) : NULL;
}

/* whole(Record, values, fields): a record of pydantic that holds these values, as streams.accounts makes it. */
static PyObject *
whole(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 3 || !PyType_Check(args[0]) || !PyDict_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "whole() takes a kind of record, a dict and names");
        return NULL;
    }
    const char *names[] = {"__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__"};
    static PyObject *kept_names[4];
    PyObject *values[] = {args[1], args[2], Py_None, Py_None};
    PyObject *one = ((PyTypeObject *)args[0])->tp_alloc((PyTypeObject *)args[0], 0);
    for (int at = 0; at < 4 && one != NULL; at++) {
        if (kept_names[at] == NULL)
            kept_names[at] = PyUnicode_InternFromString(names[at]);
        if (kept_names[at] == NULL || PyObject_GenericSetAttr(one, kept_names[at], values[at]) < 0)
            Py_CLEAR(one);
    }
    return one;
}

/* kept(table, key, value, most): the value, which the table then holds; a full table is emptied first. */
static PyObject *
kept(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 4 || !PyDict_Check(args[0])) {
        PyErr_SetString(PyExc_TypeError, "kept() takes a dict, a key, a value and a number");
        return NULL;
    }
    Py_ssize_t most = PyLong_AsSsize_t(args[3]);
    if (most == -1 && PyErr_Occurred())
        return NULL;
    if (PyDict_GET_SIZE(args[0]) >= most)
        PyDict_Clear(args[0]);
    return PyDict_SetItem(args[0], args[1], args[2]) < 0 ? NULL : Py_NewRef(args[2]);
}

#include "texts.h"
#include "surfaces.h"
#include "hits.h"

static PyMethodDef methods[] = {
    {"made", (PyCFunction)(void (*)(void))made, METH_FASTCALL, NULL},
    {"maker", maker, METH_O, NULL},
    {"bisect_left", (PyCFunction)(void (*)(void))bisect_left, METH_FASTCALL, NULL},
    {"bisect_right", (PyCFunction)(void (*)(void))bisect_right, METH_FASTCALL, NULL},
    {"inside", (PyCFunction)(void (*)(void))inside, METH_FASTCALL, NULL},
    {"any_inside", (PyCFunction)(void (*)(void))any_inside, METH_FASTCALL, NULL},
    {"whole", (PyCFunction)(void (*)(void))whole, METH_FASTCALL, NULL},
    {"kept", (PyCFunction)(void (*)(void))kept, METH_FASTCALL, NULL},
    {"surfaces", (PyCFunction)(void (*)(void))surfaces, METH_FASTCALL, NULL},
    {"hits", (PyCFunction)(void (*)(void))hits, METH_FASTCALL, NULL},
    {"spots", (PyCFunction)(void (*)(void))spots, METH_FASTCALL, NULL},
    {"runs", runs, METH_O, NULL},
    {"among", (PyCFunction)(void (*)(void))among, METH_FASTCALL, NULL},
    {"shingles", shingles, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "rasad__short", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC
PyInit_rasad__short(void)
{
    fill_classes();
    return PyType_Ready(&SurfacesType) < 0 ? NULL : PyModule_Create(&definition);
}
