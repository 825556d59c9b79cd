"""The dependency parser: conversion, training, packing."""
